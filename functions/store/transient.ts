const TRANSIENT = new Set([
  'InternalServerError',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TimeoutError',
  'TransactionInProgressException',
  'SlowDown',
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
  if (reasons)
    return reasons.some((code) => code !== undefined) && !reasons.includes('ConditionalCheckFailed')
  const { code, $metadata } = error as { code?: string; $metadata?: { httpStatusCode?: number } }
  return (
    TRANSIENT.has(error.name) ||
    BROKEN_LINES.has(code ?? '') ||
    ($metadata?.httpStatusCode ?? 0) >= 500
  )
}

const MOST_ATTEMPTS = 8
const FIRST_PAUSE = 25 // ms; doubles with each attempt, and each pause is drawn from [0, that)

/** Try `work` again while it fails for a transient reason, with full jitter; then let the error out. */
export async function retried<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt)
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isTransient(error)) throw error
      const pause = Math.random() * FIRST_PAUSE * 2 ** (attempt - 1)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
