import type { Geometry } from 'geojson'
import { request } from '../../request.ts'

/** What the stand-alone script says of a bundle (see web/public/verify-bundle.mjs). */
export interface Verdict {
  ok: boolean
  events: number
  /** What the newest good anchor proves, or null. */
  anchored: { date: string; at: string; version: number; fingerprint: string } | null
  /** Events after that anchor. */
  newer: number
  faults: { id: string; en: string; version?: number }[]
  notes: { id: string; en: string }[]
}

/** A history that proves itself, as far as this page looks into it. */
export interface Bundle {
  boundaries: Readonly<Record<string, Geometry>>
}

/** The whole history of a parcel in one file. */
export const fetchBundle = async (id: string): Promise<Bundle> =>
  (await request<Bundle>(`/parcels/${encodeURIComponent(id)}/bundle`)).data

/** Check a bundle in this browser, with the very script that an auditor takes away. */
export async function verify(bundle: Bundle): Promise<Verdict> {
  const address = new URL('/verify-bundle.mjs', location.origin).href // served as it is, never bundled
  const script = (await import(/* @vite-ignore */ address)) as {
    verifyBundle: (bundle: unknown) => Promise<Verdict>
  }
  return script.verifyBundle(bundle)
}

/** Name of the file in which a bundle is taken away. */
export const bundleName = (id: string): string => `petak-${id}.json`

/** Hand a bundle to the person as a file. */
export function save(bundle: Bundle, id: string): void {
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(bundle)], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = bundleName(id)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000) // the browser reads it after the click
}
