import type { Fix } from '../../functions/domain/report.ts'

/** Why the phone tells no place. */
export type NoFix = 'none' | 'denied' | 'unavailable'

const PATIENCE = 15_000 // ms; a phone that was asleep needs some seconds for its first fix

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** Where the phone is now, in WGS 84 degrees, and how sure it is; or why it does not say. */
export const positionNow = (): Promise<Fix | NoFix> =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve('none')
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) =>
        resolve({
          lng: rounded(longitude),
          lat: rounded(latitude),
          accuracyM: Math.min(100_000, Math.round(accuracy * 10) / 10),
        }),
      ({ code }) => resolve(code === 1 ? 'denied' : 'unavailable'),
      { enableHighAccuracy: true, maximumAge: 20_000, timeout: PATIENCE },
    )
  })
