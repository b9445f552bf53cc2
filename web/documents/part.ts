/** A part that did not arrive: the HTTP status, or 0 when the link broke. */
export class PartFailure extends Error {
  override readonly name = 'PartFailure'
  readonly status: number

  constructor(status: number) {
    super(status ? `The part was answered with ${status}` : 'The link broke')
    this.status = status
  }

  /** Whether the same address may work a little later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500
  }
}

/** A link that moves nothing for so long (ms) counts as broken. */
const SILENCE = 45_000

/**
 * Send one part of a file to its presigned address; `moved` hears the bytes that have left.
 * Rejects with a PartFailure, or an AbortError when the person gave up.
 */
export function putPart(
  url: string,
  part: Blob,
  moved: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error)
    const request = new XMLHttpRequest() // fetch tells nothing about bytes that have left
    let silence: ReturnType<typeof setTimeout> | undefined
    const listen = () => {
      clearTimeout(silence)
      silence = setTimeout(() => request.abort(), SILENCE)
    }
    const giveUp = () => request.abort()
    const end = (settle: () => void) => {
      clearTimeout(silence)
      signal.removeEventListener('abort', giveUp)
      settle()
    }
    signal.addEventListener('abort', giveUp)
    request.upload.onprogress = (event) => {
      listen()
      moved(event.loaded)
    }
    request.onload = () =>
      end(() => {
        if (request.status >= 200 && request.status < 300) resolve()
        else reject(new PartFailure(request.status))
      })
    request.onerror = () => end(() => reject(new PartFailure(0)))
    request.onabort = () =>
      end(() => reject(signal.aborted ? (signal.reason as Error) : new PartFailure(0)))
    request.open('PUT', url)
    listen()
    request.send(part)
  })
}

/** Wait `ms`, or less when the link comes back or the person gives up. */
export function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error)
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', wake)
      signal.removeEventListener('abort', stop)
    }
    const wake = () => {
      end()
      resolve()
    }
    const stop = () => {
      end()
      reject(signal.reason as Error)
    }
    const timer = setTimeout(wake, ms)
    addEventListener('online', wake)
    signal.addEventListener('abort', stop)
  })
}

/** How long to wait (ms) before try number `tries` (1 = the first repeat): 1 s, doubling to 30 s. */
export const pause = (tries: number): number =>
  Math.min(30_000, 1000 * 2 ** (tries - 1)) * (0.75 + Math.random() / 2)
