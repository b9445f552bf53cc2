import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Who may sign, and the host that was signed: the page's own origin stands before the same path. */
export interface Trust {
  accessKeyId: string
  secretAccessKey: string
  region: string
  host: string
}

/** Why a presigned URL is not honoured, by S3's error codes; undefined when it is. */
export type Doubt = 'AccessDenied' | 'SignatureDoesNotMatch' | 'RequestExpired' | undefined

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest()

/** Percent-encode as AWS Signature Version 4 wants it, which is RFC 3986's unreserved set. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** A path as it is signed; undefined when its percent signs encode nothing. */
function encodedPath(pathname: string): string | undefined {
  try {
    const parts = pathname.split('/').map((part) => encode(decodeURIComponent(part)))
    return parts.join('/')
  } catch {
    return undefined
  }
}

/** `20261123T101500Z` as milliseconds since 1970; NaN when it is no such instant. */
const instantOf = (stamp: string): number =>
  Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

/** Longest life of a presigned URL in seconds, and how far ahead a clock may be. */
const LONGEST = 7 * 24 * 3600
const SKEW = 15 * 60

/**
 * Check the AWS Signature Version 4 in the query of a presigned URL, as S3 does: the signature over
 * method, path, query and signed headers, its age, and that no `x-amz-` header came unsigned.
 */
export function doubtOf(request: Request, trust: Trust, now: Date): Doubt {
  const { pathname, searchParams } = new URL(request.url)
  const given = (name: string) => searchParams.get(`X-Amz-${name}`) ?? ''
  const [accessKeyId, day = '', region, service, terminator] = given('Credential').split('/')
  const signedHeaders = given('SignedHeaders').split(';')
  const path = encodedPath(pathname)
  if (
    path === undefined ||
    given('Algorithm') !== 'AWS4-HMAC-SHA256' ||
    accessKeyId !== trust.accessKeyId ||
    region !== trust.region ||
    service !== 's3' ||
    terminator !== 'aws4_request' ||
    !given('Date').startsWith(day) ||
    !signedHeaders.includes('host')
  ) {
    return 'AccessDenied'
  }
  for (const [name] of request.headers) {
    if (name.startsWith('x-amz-') && !signedHeaders.includes(name)) return 'AccessDenied'
  }

  const query = [...searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
  const headers = signedHeaders.map((name) => {
    const value = name === 'host' ? trust.host : (request.headers.get(name) ?? '')
    return `${name}:${value.trim().replace(/ +/g, ' ')}\n`
  })
  const canonical = [
    request.method,
    path,
    query,
    headers.join(''),
    given('SignedHeaders'),
    'UNSIGNED-PAYLOAD',
  ].join('\n')
  const toSign = [
    'AWS4-HMAC-SHA256',
    given('Date'),
    `${day}/${region}/s3/aws4_request`,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n')
  const key = ['s3', 'aws4_request'].reduce<Buffer>(
    hmac,
    hmac(hmac(`AWS4${trust.secretAccessKey}`, day), trust.region),
  )
  const expected = hmac(key, toSign)
  const signature = Buffer.from(given('Signature'), 'hex')
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    return 'SignatureDoesNotMatch'
  }

  const age = (now.getTime() - instantOf(given('Date'))) / 1000 // seconds
  const life = Number(given('Expires'))
  const inTime = life > 0 && life <= LONGEST && age >= -SKEW && age <= life // false for any NaN
  return inTime ? undefined : 'RequestExpired'
}
