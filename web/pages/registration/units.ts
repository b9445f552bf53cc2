import type { Me, Named } from '../../api.ts'

/** The units for which a person prepares parcels, each once, by name. */
export function unitsOf({ roles }: Me): Named[] {
  const units = roles.filter(({ role }) => role === 'petugas').flatMap((held) => held.units)
  return [...new Map(units.map((unit) => [unit.id, unit])).values()].sort((a, b) =>
    a.name.localeCompare(b.name),
  )
}
