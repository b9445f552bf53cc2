/**
 * Checks the exported history of one parcel, with no access to the registry and no other package.
 *
 *   node verify-bundle.mjs bundle.json [--key key.pem] [--files FOLDER]      (Node 18 or newer)
 *
 * --key    the registry's public key, obtained by another way than the bundle
 * --files  a folder with the documents, compared by their SHA-256
 *
 * Ends with 0 when nothing is wrong, 1 when the history does not hold, 2 when it could not be checked.
 * In a browser: `const { verifyBundle } = await import('/verify-bundle.mjs')`.
 *
 * Written apart from the registry's own code on purpose: two implementations have to agree.
 */

const MOST_FAULTS = 100
const MOST_LEVELS = 100 // of nesting, in values and in pointers
const MOST_BYTES = 256 * 1024 * 1024 // of a bundle file
const LATE = 3_600_000 // milliseconds; reading all chains for a root never takes so long
const HASH = /^[0-9a-f]{64}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const EVENT_MEMBERS = [
  'subject',
  'version',
  'at',
  'actor',
  'action',
  'reason',
  'changes',
  'previous',
]
const EMPTY = Object.freeze({})

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value) => typeof value === 'string'
const isHash = (value) => isText(value) && HASH.test(value)
const isCount = (value) => Number.isSafeInteger(value) && value >= 0
const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined)
const objectOr = (value) => (isObject(value) ? value : EMPTY)
const listOr = (value) => (Array.isArray(value) ? value : [])

// ---------------------------------------------------------------- hashing and canonical JSON

let webCrypto
async function subtle() {
  webCrypto ??= globalThis.crypto?.subtle ?? (await import('node:crypto')).webcrypto.subtle // Node 18
  return webCrypto
}

const utf8 = new TextEncoder()
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const unhex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))
const digest = async (bytes) => new Uint8Array(await (await subtle()).digest('SHA-256', bytes))
const sha256 = async (text) => hex(await digest(utf8.encode(text)))

/** RFC 8785. Throws where it is no JSON, or nested beyond any record. */
function canonical(value, level = 0) {
  if (level > MOST_LEVELS) throw new RangeError('nested too deep')
  if (isText(value)) {
    if (/\p{Surrogate}/u.test(value)) throw new TypeError('lone surrogate')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) {
    const parts = []
    for (const each of value) parts.push(canonical(each, level + 1))
    return '[' + parts.join() + ']'
  }
  if (isObject(value)) {
    const parts = []
    for (const name of Object.keys(value).sort())
      parts.push(canonical(name) + ':' + canonical(value[name], level + 1))
    return '{' + parts.join() + '}'
  }
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && Number.isFinite(value))
    return String(Object.is(value, -0) ? 0 : value)
  throw new TypeError('no JSON value')
}

/** The hash of a value's canonical JSON; undefined where it has none. */
async function hashOf(value, salt = '') {
  let text
  try {
    text = canonical(value)
  } catch {
    return undefined
  }
  return sha256(salt + text)
}

// ---------------------------------------------------------------- the record that the events lead to

const isPersonal = (value) =>
  isObject(value) && isHash(value.personal) && Object.keys(value).length === 1
const isLeaf = (value) =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && (Object.keys(value).length === 0 || isPersonal(value)))

// While it is rebuilt, an object of the record is a Map, so no name in it means anything to JavaScript.
const planted = (leaf) =>
  Array.isArray(leaf) ? [] : isObject(leaf) && !isPersonal(leaf) ? new Map() : leaf
const childOf = (node, name) =>
  node instanceof Map
    ? node.get(name)
    : Array.isArray(node) && /^(0|[1-9]\d{0,8})$/.test(name)
      ? node[Number(name)]
      : undefined

/** Whether `node` is what `leaf` says; a personal value counts by what it was, where both are known. */
function isSame(node, leaf, valueOf) {
  if (node === undefined || leaf === undefined) return node === leaf
  if (isPersonal(node) || isPersonal(leaf)) {
    if (!isPersonal(node) || !isPersonal(leaf)) return false
    const [a, b] = [valueOf(node), valueOf(leaf)]
    return a === undefined || b === undefined || canonical(a) === canonical(b)
  }
  if (node instanceof Map) return node.size === 0 && isObject(leaf)
  if (Array.isArray(node)) return node.length === 0 && Array.isArray(leaf)
  return Object.is(node, leaf) || (node === 0 && leaf === 0)
}

/** Apply one change; says whether it fitted. */
function apply(root, { pointer, before, after }, valueOf) {
  const names = ('/record' + pointer).split('/').slice(1)
  if (names.length > MOST_LEVELS || (pointer !== '' && pointer[0] !== '/')) return false
  const last = names.pop().replaceAll('~1', '/').replaceAll('~0', '~')
  let node = root
  for (const name of names) node = childOf(node, name.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (!isSame(childOf(node, last), before, valueOf)) return false
  if (node instanceof Map) {
    if (after === undefined) node.delete(last)
    else node.set(last, planted(after))
    return true
  }
  if (!Array.isArray(node)) return false
  const isThere = String(node.length - 1) === last
  if (after === undefined) return isThere && node.pop() !== undefined
  if (before === undefined) return String(node.length) === last && node.push(planted(after)) > 0
  node[Number(last)] = planted(after)
  return true
}

/** Plain JSON again, with the personal values that are known. */
function harvest(node, valueOf) {
  if (node instanceof Map)
    return Object.fromEntries([...node].map(([name, each]) => [name, harvest(each, valueOf)]))
  if (Array.isArray(node)) return node.map((each) => harvest(each, valueOf))
  if (!isPersonal(node)) return node
  const value = valueOf(node)
  return value === undefined ? { erased: true } : value
}

// ---------------------------------------------------------------- the checks, each on its own

const isChange = (change) =>
  isObject(change) &&
  isText(change.pointer) &&
  Object.keys(change).every((name) => ['pointer', 'before', 'after'].includes(name)) &&
  [change.before, change.after].every((leaf) => leaf === undefined || isLeaf(leaf))

const isEvent = (event) =>
  isObject(event) &&
  Object.keys(event).every((name) => name === 'hash' || EVENT_MEMBERS.includes(name)) &&
  isText(event.subject) &&
  isCount(event.version) &&
  isText(event.at) &&
  INSTANT.test(event.at) &&
  !Number.isNaN(Date.parse(event.at)) &&
  isObject(event.actor) &&
  Object.keys(event.actor).sort().join() === 'member,role' &&
  isText(event.actor.member) &&
  isText(event.actor.role) &&
  isText(event.action) &&
  (event.reason === undefined || isText(event.reason)) &&
  Array.isArray(event.changes) &&
  event.changes.every(isChange) &&
  (event.previous === null || isHash(event.previous)) &&
  isHash(event.hash)

async function checkEvents(events, subject, fault) {
  if (events.length === 0) fault('Tidak ada satu pun peristiwa.', 'There is no event at all.')
  let before = { version: 0, hash: null, at: '' }
  for (const event of events) {
    if (!isEvent(event)) {
      const next = before.version + 1
      fault(
        `Peristiwa sesudah versi ${before.version} rusak bentuknya; pemeriksaan rantai berhenti di situ.`,
        `The event after version ${before.version} is malformed; the chain was checked no further.`,
        next,
      )
      return false
    }
    const { hash, ...content } = event
    const { version } = event
    if (event.subject !== subject)
      fault(
        `Versi ${version} milik ${event.subject}.`,
        `Version ${version} belongs to ${event.subject}.`,
        version,
      )
    if (version !== before.version + 1)
      fault(
        `Sesudah versi ${before.version} muncul versi ${version}: ada peristiwa yang hilang, berulang, disisipkan atau berpindah.`,
        `Version ${before.version} is followed by version ${version}: an event is missing, repeated, inserted or moved.`,
        version,
      )
    if ((await hashOf(content)) !== hash)
      fault(
        `Isi versi ${version} tidak cocok dengan hash-nya: isinya telah diubah.`,
        `Version ${version} does not match its hash: its content was changed.`,
        version,
      )
    if (event.previous !== before.hash)
      fault(
        `Versi ${version} tidak tersambung dengan peristiwa sebelumnya.`,
        `Version ${version} is not linked to the event before it.`,
        version,
      )
    if (event.at <= before.at)
      fault(
        `Waktu versi ${version} tidak sesudah peristiwa sebelumnya.`,
        `Version ${version} is not later than the event before it.`,
        version,
      )
    before = event
  }
  return true
}

function rebuild(events, valueOf, fault) {
  const root = new Map()
  for (const { version, changes } of events) {
    for (const change of changes) {
      if (apply(root, change, valueOf)) continue
      fault(
        `Perubahan versi ${version} pada ${change.pointer} tidak cocok dengan keadaan sebelumnya.`,
        `The change of version ${version} at ${change.pointer} does not fit what stood before.`,
        version,
      )
      return undefined
    }
  }
  return harvest(root.get('record'), valueOf)
}

const leavesOf = (events) =>
  events.flatMap(({ changes }) =>
    changes.flatMap(({ pointer, before, after }) => [
      { pointer, leaf: before },
      { pointer, leaf: after },
    ]),
  )

async function checkBoundaries(boundaries, leaves, fault) {
  const named = new Set()
  for (const { pointer, leaf } of leaves)
    if (pointer === '/boundary' && isText(leaf)) named.add(leaf)
  for (const [hash, geometry] of Object.entries(boundaries)) {
    if ((await hashOf(geometry)) !== hash)
      fault(`Batas ${hash} telah diubah.`, `The boundary ${hash} was changed.`)
    if (!named.has(hash))
      fault(`Batas ${hash} tidak disebut dalam riwayat.`, `No event names the boundary ${hash}.`)
  }
  for (const hash of named)
    if (!Object.hasOwn(boundaries, hash))
      fault(
        `Batas ${hash} tidak ada dalam berkas.`,
        `The boundary ${hash} is missing from the bundle.`,
      )
  return named.size
}

async function checkPersonal(personal, leaves, fault) {
  const named = new Set()
  for (const { leaf } of leaves) if (isPersonal(leaf)) named.add(leaf.personal)
  for (const [hash, kept] of Object.entries(personal)) {
    const { salt, value } = objectOr(kept)
    const isSalt = isText(salt) && /^[0-9a-f]{32}$/.test(salt)
    if (!isSalt || (await hashOf(value, salt)) !== hash)
      fault(`Nilai pribadi ${hash} telah diubah.`, `The personal value ${hash} was changed.`)
    if (!named.has(hash))
      fault(
        `Nilai pribadi ${hash} tidak disebut dalam riwayat.`,
        `No event names the personal value ${hash}.`,
      )
  }
  return [...named].filter((hash) => !Object.hasOwn(personal, hash)).length
}

function checkDocuments(documents, state, fault) {
  const recorded = objectOr(own(objectOr(state), 'documents'))
  for (const document of documents) {
    const { id, name, sha256: hash, size } = objectOr(document)
    const known = objectOr(isText(id) ? own(recorded, id) : undefined)
    if (known.sha256 !== hash || known.name !== name || known.size !== size)
      fault(
        `Dokumen ${name} dalam daftar tidak sama dengan yang tercatat dalam riwayat.`,
        `The listed document ${name} is not what the history recorded.`,
      )
  }
  return Object.values(recorded).map(objectOr)
}

// ---------------------------------------------------------------- anchors

const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]))
const node = (left, right) => digest(joined([1], left, right))

/** The root that a leaf and its path lead to, by the definition in section 2.1 of RFC 6962. */
async function rootOf(leaf, index, size, path) {
  if (size === 1) return path.length === 0 ? leaf : undefined
  if (path.length === 0) return undefined
  let split = 1
  while (split * 2 < size) split *= 2
  const isLeft = index < split
  const below = await (isLeft
    ? rootOf(leaf, index, split, path.slice(0, -1))
    : rootOf(leaf, index - split, size - split, path.slice(0, -1)))
  const beside = unhex(path.at(-1))
  return below && (isLeft ? node(below, beside) : node(beside, below))
}

async function isIncluded({ anchor, leaf, proof }) {
  const { index, size, path } = objectOr(proof)
  if (!isCount(index) || !isCount(size) || index >= size || size !== anchor.count) return false
  if (!Array.isArray(path) || path.length > 64 || !path.every(isHash)) return false
  const { subject, version, hash } = leaf
  const data = utf8.encode(canonical({ subject, version, hash }))
  const root = await rootOf(await digest(joined([0], data)), index, size, path)
  return root !== undefined && hex(root) === anchor.root
}

const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

async function readKey(pem) {
  const [, base64 = ''] =
    /-----BEGIN PUBLIC KEY-----([\s\w+/=]*)-----END PUBLIC KEY-----/.exec(pem) ?? []
  const der = bytesOf(base64.replace(/\s/g, ''))
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await (await subtle()).importKey('spki', der, ecdsa, false, ['verify'])
  return { key, fingerprint: hex(await digest(der)) }
}

async function isSigned(anchor, key) {
  const { signature, ...content } = anchor
  try {
    const bytes = utf8.encode(canonical(content))
    return await (
      await subtle()
    ).verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytesOf(signature), bytes)
  } catch {
    return false // no base64, or no JSON
  }
}

/** One anchor; says what it proves, or undefined. */
async function checkAnchor(entry, { subject, events, pemOf, keySource }, fault) {
  const { anchor, leaf } = objectOr(entry)
  const isSound =
    isObject(anchor) &&
    isObject(leaf) &&
    [anchor.date, anchor.at].every(isText) &&
    [anchor.root, leaf.hash].every(isHash) &&
    [anchor.count, leaf.version].every(isCount)
  if (!isSound) {
    fault('Sebuah segel harian rusak bentuknya.', 'A daily seal is malformed.')
    return undefined
  }
  const wrong = (id, en) => fault(`Segel ${anchor.date}: ${id}`, `Seal of ${anchor.date}: ${en}`)
  const known = await readKey(pemOf(anchor)).catch(() => undefined)
  if (!known)
    return wrong('kunci publiknya tidak ada atau rusak.', 'its public key is missing or broken.')
  if (!(await isSigned(anchor, known.key)))
    return wrong(
      'tanda tangannya tidak sah untuk kunci ini.',
      'its signature does not fit the key.',
    )
  if (leaf.subject !== subject) return wrong('milik subjek lain.', 'it speaks of another subject.')
  if (!(await isIncluded({ anchor, leaf, proof: entry.proof }).catch(() => false)))
    return wrong(
      'rantai ini tidak terbukti termasuk di dalamnya.',
      'the proof that it holds this chain fails.',
    )
  if (events[leaf.version - 1]?.hash !== leaf.hash)
    return wrong(
      `saat itu rantai berakhir pada versi ${leaf.version} dengan hash lain: sesudahnya rantai dipotong atau ditulis ulang.`,
      `the chain then ended at version ${leaf.version} with another hash: it was cut or rewritten since.`,
    )
  const next = events[leaf.version]
  if (next && Date.parse(next.at) < Date.parse(anchor.at) - LATE)
    return wrong(
      `versi ${next.version} belum ada saat itu, tetapi bertanggal lebih awal.`,
      `version ${next.version} was not there yet, but is dated before it.`,
    )
  const { date, at } = anchor
  return { date, at, version: leaf.version, keySource, fingerprint: known.fingerprint }
}

// ---------------------------------------------------------------- the whole

/**
 * Check a bundle that was read with JSON.parse; never throws for what is in it.
 *
 * `key` is a public key in PEM from elsewhere. Answers `{ok, subject, events, anchored, newer, faults,
 * notes, documents, state}`: `anchored` is what the newest good anchor proves (or null), `newer` counts
 * the events after it, faults and notes are `{id, en, version?}` sentences, `state` is the record at
 * the end, and `documents` those it names.
 */
export async function verifyBundle(bundle, { key } = {}) {
  const faults = []
  const notes = []
  const fault = (id, en, version) => {
    if (faults.length < MOST_FAULTS)
      faults.push({ id, en, ...(version !== undefined && { version }) })
  }
  const { format, subject, events: given, publicKeys } = objectOr(bundle)
  const personal = objectOr(bundle?.personal)
  const result = { subject: String(subject), events: 0, anchored: null, newer: 0, faults, notes }
  if (format !== 'petak-bundle/1' || !isText(subject) || !Array.isArray(given)) {
    fault('Ini bukan berkas riwayat Petak.', 'This is no history bundle of Petak.')
    return { ...result, ok: false, documents: [], state: null }
  }
  const isWhole = await checkEvents(given, subject, fault)
  const events = isWhole
    ? given
    : given.slice(
        0,
        given.findIndex((event) => !isEvent(event)),
      )
  const leaves = leavesOf(events)
  await checkBoundaries(objectOr(bundle.boundaries), leaves, fault)
  const gone = await checkPersonal(personal, leaves, fault)
  if (gone > 0)
    notes.push({
      id: `${gone} nilai pribadi sudah dihapus atau tidak disertakan; rantai tetap utuh tanpanya.`,
      en: `${gone} personal values were erased or are withheld; the chain holds without them.`,
    })
  const valueOf = (leaf) => own(objectOr(own(personal, leaf.personal)), 'value')
  let state
  try {
    state = rebuild(events, valueOf, fault)
  } catch {
    fault('Keadaan akhir tidak dapat disusun.', 'The final state cannot be rebuilt.')
  }
  const documents = checkDocuments(listOr(bundle.documents), state, fault)
  const pemOf = ({ keyId, publicKeyPem }) =>
    key ?? listOr(publicKeys).find((each) => objectOr(each).keyId === keyId)?.pem ?? publicKeyPem
  const context = { subject, events, pemOf, keySource: key === undefined ? 'bundle' : 'given' }
  let anchored = null
  for (const entry of listOr(bundle.anchors)) {
    const proved = await checkAnchor(entry, context, fault)
    if (proved && (!anchored || proved.version >= anchored.version)) anchored = proved
  }
  const newer = events.length - (anchored?.version ?? 0)
  const end = { anchored, newer, documents, state: state ?? null }
  return { ...result, ...end, ok: faults.length === 0, events: events.length }
}

// ---------------------------------------------------------------- at the command line

/** No control or direction character of a bundle reaches the terminal. */
const plain = (text, most = 300) =>
  String(text)
    .slice(0, most)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, '?')

const say = (mark, id, en) => console.log(`${mark} ${plain(id)}\n  ${plain(en)}\n`)

/** SHA-256 and path of every file in a folder, at most 10,000. */
async function hashFiles(folder) {
  const [{ createHash }, { createReadStream }, { readdir }, { join }] = await Promise.all(
    ['node:crypto', 'node:fs', 'node:fs/promises', 'node:path'].map((name) => import(name)),
  )
  const files = (await readdir(folder, { withFileTypes: true })).filter((file) => file.isFile())
  const found = new Map()
  for (const { name } of files.slice(0, 10_000)) {
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(join(folder, name))) hash.update(chunk)
    found.set(name, hash.digest('hex'))
  }
  return found
}

/** Compare the documents that the history names with the files of a folder. */
async function compareFiles(documents, folder) {
  const files = await hashFiles(folder)
  const hashes = new Set(files.values())
  let differing = 0
  for (const { name, sha256: hash } of documents) {
    if (hashes.has(hash))
      say('✓', `Dokumen ${name} sama dengan aslinya.`, `The document ${name} is the original.`)
    else if (files.has(name)) {
      differing += 1
      say('✗', `Berkas ${name} telah diubah.`, `The file ${name} was changed.`)
    } else
      say('·', `Dokumen ${name} tidak ada di folder.`, `The document ${name} is not in the folder.`)
  }
  return differing
}

function tellAnchor({ anchored, newer, events }) {
  if (!anchored) {
    say(
      '!',
      'BELUM TERSEGEL: berkas ini utuh di dalam dirinya, tetapi tidak ada tanda tangan harian yang membuktikan bahwa ia tidak ditulis ulang seluruhnya.',
      'NOT YET SEALED: the bundle agrees with itself, but no signed daily root proves that it was not rewritten as a whole.',
    )
    return
  }
  const { date, version, keySource, fingerprint } = anchored
  say(
    '✓',
    `Sampai versi ${version} riwayat ini terbukti sudah ada pada ${date} dan tidak berubah sejak itu.`,
    `Up to version ${version} this history is proved to have stood on ${date}, unchanged since.`,
  )
  if (newer > 0)
    say(
      '!',
      `${newer} dari ${events} peristiwa lebih baru dan belum tersegel.`,
      `${newer} of ${events} events are newer and not yet sealed.`,
    )
  if (keySource === 'given')
    say(
      '✓',
      `Ditandatangani dengan kunci yang Anda berikan, sidik jari ${fingerprint}.`,
      `Signed by the key that you gave, fingerprint ${fingerprint}.`,
    )
  else
    say(
      '!',
      `Ditandatangani dengan kunci dari berkas ini sendiri. Bandingkan sidik jarinya dengan yang diumumkan registri: ${fingerprint}`,
      `Signed by the key in the bundle; compare its fingerprint with the one that the registry publishes: ${fingerprint}`,
    )
}

async function main(given) {
  const { readFile, stat } = await import('node:fs/promises')
  const options = {}
  const names = []
  const words = [...given]
  while (words.length > 0) {
    const word = words.shift()
    if (word === '--key' || word === '--files') options[word.slice(2)] = words.shift()
    else names.push(word)
  }
  const [name] = names
  const isAsked = names.length === 1 && !name.startsWith('-')
  if (!isAsked || Object.values(options).includes(undefined)) {
    console.error('node verify-bundle.mjs bundle.json [--key key.pem] [--files FOLDER]')
    return 2
  }
  let bundle
  let key
  try {
    if ((await stat(name)).size > MOST_BYTES) throw new Error(`larger than ${MOST_BYTES} bytes`)
    bundle = JSON.parse(await readFile(name, 'utf8'))
    if (options.key !== undefined) key = await readFile(options.key, 'utf8')
  } catch (error) {
    say('✗', `Tidak dapat dibaca: ${error.message}`, `Cannot be read: ${error.message}`)
    return 2
  }
  if (objectOr(bundle).format !== 'petak-bundle/1') {
    say('✗', 'Ini bukan berkas riwayat Petak.', 'This is no history bundle of Petak.')
    return 2
  }
  const result = await verifyBundle(bundle, { key })
  say(
    '·',
    `Subjek ${result.subject}, ${result.events} peristiwa.`,
    `Subject ${result.subject}, ${result.events} events.`,
  )
  for (const { id, en } of result.faults) say('✗', id, en)
  for (const { id, en } of result.notes) say('·', id, en)
  let isGood = result.ok
  if (isGood) tellAnchor(result)
  if (options.files !== undefined) {
    try {
      if ((await compareFiles(result.documents, options.files)) > 0) isGood = false
    } catch (error) {
      say(
        '✗',
        `Folder tidak dapat dibaca: ${error.message}`,
        `The folder cannot be read: ${error.message}`,
      )
      return 2
    }
  }
  console.log('Keadaan pada akhir riwayat / State at the end of the history:')
  for (const line of JSON.stringify(result.state, null, 2).split('\n').slice(0, 500))
    console.log(plain(line))
  console.log('')
  if (isGood) say('✓', 'UTUH: tidak ditemukan perubahan.', 'INTACT: no alteration was found.')
  else
    say('✗', 'RUSAK: riwayat ini tidak dapat dipercaya.', 'BROKEN: this history cannot be trusted.')
  return isGood ? 0 : 1
}

if (typeof process === 'object' && process.argv?.[1]) {
  const [{ pathToFileURL }, { realpathSync }] = await Promise.all([
    import('node:url'),
    import('node:fs'),
  ])
  let script
  try {
    script = pathToFileURL(realpathSync(process.argv[1])).href
  } catch {
    script = undefined
  }
  if (script === import.meta.url) process.exitCode = await main(process.argv.slice(2))
}
