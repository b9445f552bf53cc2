const TRANSIENT = new Set([
  'InternalServerError',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestTimeout',
  'ThrottlingException',
  'TimeoutError',
  'TransactionInProgressException',
  'SlowDown',
])
/** Why a transaction is cancelled that may go through a moment later. */
const TRANSIENT_REASONS = new Set([
  'ProvisionedThroughputExceeded',
  'ThrottlingError',
  'TransactionConflict',
])
const BROKEN_LINES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])

/** Why a transaction was cancelled, one code per item; undefined when it was not. */
export function cancellations(error: unknown): (string | undefined)[] | undefined {
  if (!(error instanceof Error) || error.name !== 'TransactionCanceledException') return undefined
  const { CancellationReasons } = error as { CancellationReasons?: { Code?: string }[] }
  return (CancellationReasons ?? []).map(({ Code }) => (Code === 'None' ? undefined : Code))
}

/** Whether the same call may go through a moment later: conflicts, throttles, timeouts, cut lines. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const reasons = cancellations(error)
  if (reasons) {
    const known = reasons.filter((code) => code !== undefined)
    return known.length > 0 && known.every((code) => TRANSIENT_REASONS.has(code))
  }
  const { code, $metadata } = error as { code?: string; $metadata?: { httpStatusCode?: number } }
  return (
    TRANSIENT.has(error.name) ||
    BROKEN_LINES.has(code ?? '') ||
    ($metadata?.httpStatusCode ?? 0) >= 500
  )
}

const MOST_ATTEMPTS = 8
const PATIENCE = 10_000 // ms: a request has to be answered within the 29 s of an HTTP API
const FIRST_PAUSE = 25 // ms; doubles with each attempt, and each pause is drawn from [0, that)

/** Wait before attempt `attempt + 1`, with full jitter: 0 to 25 ms, 0 to 50, 0 to 100, and so on. */
export const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * FIRST_PAUSE * 2 ** (attempt - 1)))

/**
 * Try `work` again while it fails for a transient reason, with full jitter: 8 times or 10 seconds, then
 * let the error out.
 */
export async function retried<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  const end = performance.now() + PATIENCE
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt)
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isTransient(error) || performance.now() > end) throw error
      await pause(attempt)
    }
  }
}

/** Where `retried` stands in an SDK client: after a transaction got its token, the same on each attempt. */
export const RETRY = { step: 'finalizeRequest', priority: 'high', name: 'retryTransient' } as const
