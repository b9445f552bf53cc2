import { observable, type Observable, useObservable } from '../../../observable.ts'
import type { Desk } from '../desk.ts'
import { inspect, type Inspection, LARGEST } from './inspection.ts'

/** A file, or a table that was pasted, on its way to becoming a boundary. */
export type Reading =
  | { is: 'none' }
  /** `share` of the file has left this device, where that can be told. */
  | { is: 'sending'; name: string; share?: number }
  | { is: 'failed'; name: string; error: unknown }
  | { is: 'too-large'; name: string }
  | { is: 'read'; file: File; epsg?: number; inspection: Inspection }

/** What can be done with a file. */
export interface Reader {
  reading: Reading
  /** Have a file read. */
  take: (file: File) => Promise<void>
  /** Have the same file read in another coordinate system. */
  readAs: (epsg: number) => Promise<void>
  /** Have one area told that the answer had no room for. */
  readArea: (id: string) => Promise<void>
  /** Be done with the file. */
  close: () => void
}

/** What was read outlives a look at another step, so that another area of the file can be taken. */
const kept = new WeakMap<Desk, Observable<Reading>>()

function readingOf(desk: Desk): Observable<Reading> {
  let reading = kept.get(desk)
  if (!reading) kept.set(desk, (reading = observable<Reading>({ is: 'none' })))
  return reading
}

const underWay = new WeakMap<Desk, AbortController>()

/** The file at hand, read by the registry with what the draft already says of the place. */
export function useReader(desk: Desk): Reader {
  const source = readingOf(desk)
  const reading = useObservable(source)

  const ask = (file: File, epsg: number | undefined, polygon?: string) => {
    underWay.get(desk)?.abort()
    const { signal } = underWay.set(desk, new AbortController()).get(desk)!
    const { name } = file
    const { upt, address } = desk.draft.get().mine.properties
    const hints = { name, epsg, polygon, wilayah: address?.kodeKemendagri, upt }
    const sent = (share: number) => source.set({ is: 'sending', name, share })
    return { signal, answer: inspect(file, hints, signal, sent) }
  }
  const read = async (file: File, epsg?: number) => {
    const { name } = file
    if (file.size > LARGEST) return source.set({ is: 'too-large', name })
    source.set({ is: 'sending', name })
    const { signal, answer } = ask(file, epsg)
    try {
      source.set({ is: 'read', file, epsg, inspection: await answer })
    } catch (error) {
      if (!signal.aborted) source.set({ is: 'failed', name, error })
    }
  }

  return {
    reading,
    take: (file) => read(file),
    readAs: async (epsg) => {
      if (reading.is === 'read') await read(reading.file, epsg)
    },
    async readArea(id) {
      if (reading.is !== 'read') return
      const { file, epsg, inspection } = reading
      const { signal, answer } = ask(file, epsg, id)
      try {
        const [area] = (await answer).polygons
        const polygons = inspection.polygons.map((one) => (one.id === id && area ? area : one))
        source.set({ ...reading, inspection: { ...inspection, polygons } })
      } catch (error) {
        if (!signal.aborted) source.set({ is: 'failed', name: file.name, error })
      }
    },
    close() {
      underWay.get(desk)?.abort()
      source.set({ is: 'none' })
    },
  }
}
