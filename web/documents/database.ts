/** What this browser keeps for the person who works here: drafts, and what is still to be sent. */
const NAME = 'petak-registration'
const STORES = ['drafts', 'uploads', 'report-drafts', 'reports', 'fields'] as const
const VERSION = 2 // one more whenever a store is added
export type StoreName = (typeof STORES)[number]

/** Whatever is kept has a key of its own and the account it belongs to. */
export interface Kept {
  key: string
  account: string
}

let opening: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION)
    request.onupgradeneeded = () => {
      const { objectStoreNames } = request.result
      for (const name of STORES) {
        if (objectStoreNames.contains(name)) continue
        const store = request.result.createObjectStore(name, { keyPath: 'key' })
        store.createIndex('account', 'account')
      }
    }
    request.onsuccess = () => {
      const database = request.result
      database.onclose = () => (opening = undefined) // the browser may close it under us
      database.onversionchange = () => database.close() // let a newer page in another tab go on
      resolve(database)
    }
    request.onerror = () => reject(request.error ?? new Error('IndexedDB did not open'))
    request.onblocked = () => reject(new Error('IndexedDB is blocked by another tab'))
  }).catch((error: unknown) => {
    opening = undefined // private windows and full disks fail; the next call tries again
    throw error
  })
  return opening
}

async function run<T>(
  name: StoreName,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(name, mode)
    const request = act(transaction.objectStore(name))
    // Only a finished transaction is on disk; a request that succeeded may still be rolled back.
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB failed'))
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up'))
  })
}

/** Keep a thing, replacing what had its key. Rejects when the browser cannot keep it. */
export const keep = async (name: StoreName, thing: Kept): Promise<void> => {
  await run(name, 'readwrite', (store) => store.put(thing))
}

/** The thing with this key, or undefined. */
export const kept = <T extends Kept>(name: StoreName, key: string): Promise<T | undefined> =>
  run(name, 'readonly', (store) => store.get(key) as IDBRequest<T | undefined>)

/** Everything that one account keeps here. */
export const keptBy = <T extends Kept>(name: StoreName, account: string): Promise<T[]> =>
  run(name, 'readonly', (store) => store.index('account').getAll(account) as IDBRequest<T[]>)

/** Forget the thing with this key. */
export const forget = async (name: StoreName, key: string): Promise<void> => {
  await run(name, 'readwrite', (store) => store.delete(key))
}
