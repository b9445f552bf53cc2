const MOST = 20
const LONGEST = 200 // characters
const MOST_LOOKED_AT = 200
const NIK = /(?<!\d)\d{16}(?!\d)/
const NIK_IN_GROUPS = /(?<!\d)(\d[ -]?){15}\d(?!\d)/

/** A name of an attribute in lower case without marks, `nomorhak` for `Nomor_Hak`. */
export const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/**
 * Attributes that name a person: dropped on reading (UU 27/2022), whatever their value. A shapefile
 * cuts names at 10 letters, so their beginnings count.
 */
const PERSONAL =
  /^(nama|nik|noktp|ktp|npwp|notelp|telepon|telp|hp|nohp|email|nmpemilik|alamatpemilik|atasnama|an|owner|ownername|wajibpajak|namawp|nmwp|penggarap|pewaris|ahliwaris|tipepemili.*|(nama|nm)?(pemil|pemeg|penghu|penguas|suby|wajib|lengk|orang|ahli|pihak).*|.*pemilik.*|.*pemegang.*|.*penghuni.*|ibukandung|tgllahir|tanggallahir)$/

// oxlint-disable-next-line no-control-regex -- controls are what is removed
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\ud800-\udfff]/g

/** What a file says of a shape: at most 20 texts and numbers, no person among them. */
export function attributesOf(
  all: Readonly<Record<string, unknown>>,
): Record<string, string | number> {
  const kept: Record<string, string | number> = {}
  let count = 0
  for (const [whole, value] of Object.entries(all).slice(0, MOST_LOOKED_AT)) {
    if (count >= MOST) break
    const name = whole.slice(0, 100)
    if (PERSONAL.test(bare(name)) || NIK.test(name)) continue
    if (typeof value !== 'string' && typeof value !== 'number') continue
    if (typeof value === 'number' && !Number.isFinite(value)) continue
    const text = String(value)
      .slice(0, 10 * LONGEST)
      .replace(UNFIT, ' ')
      .trim()
    if (text === '' || NIK_IN_GROUPS.test(text)) continue
    const key = name.replace(UNFIT, ' ').trim().slice(0, 60)
    if (key === '' || key === '__proto__') continue
    kept[key] = typeof value === 'number' ? value : text.slice(0, LONGEST)
    count += 1
  }
  return kept
}
