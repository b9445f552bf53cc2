/** What a page may reach besides its own origin. */
export interface Reach {
  /** Origins for requests, such as the OpenID provider's. */
  connect?: readonly string[]
  /** Origins of images, such as a base map's tiles. */
  images?: readonly string[]
}

/** The Content-Security-Policy of the page: its own origin and nothing else unless said. */
export function contentSecurityPolicy({ connect = [], images = [] }: Reach = {}): string {
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"], // Leaflet sets its inline styles through the CSSOM, which this allows
    'img-src': ["'self'", 'data:', 'blob:', ...images],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...connect],
    'worker-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

/** Sent with every answer of the registry, page and API alike, here and behind CloudFront. */
export const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY', // for browsers that know no frame-ancestors
  'Referrer-Policy': 'no-referrer', // which parcel was looked at is nobody else's business
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups', // signing in again opens a window
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
} as const

/** Sent with a document on top of these: opened in the browser it runs nothing, and nobody keeps it. */
export const FILE_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cache-Control': 'private, no-store',
} as const

/** Only over TLS: one year, as one machine's `http://localhost` must stay reachable. */
export const STRICT_TRANSPORT_SECURITY = 'max-age=31536000; includeSubDomains'

/** How long a browser may keep a file of the page: names with a hash for good, the rest never unasked. */
export const cacheControl = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
