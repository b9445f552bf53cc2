const numberOf = (etag: string | undefined): number => {
  const digits = /(\d+)/.exec(etag ?? '')?.[1]
  return digits === undefined ? Number.NaN : Number(digits)
}

/**
 * By how many versions `next` is newer than `previous`, both ETags such as `"7"`; NaN when one of
 * them names no version.
 */
export const newer = (previous: string | undefined, next: string | undefined): number =>
  numberOf(next) - numberOf(previous)
