/** The steps of a registration, by their number in the address. */
export type StepNumber = 1 | 2 | 3 | 4

/** Id of the field that writes to a pointer such as `/properties/name`. */
export const fieldId = (pointer: string): string => `field${pointer.replace(/[^A-Za-z0-9]+/g, '-')}`

const BOUNDARY = '/geometry'
const THIRD = [BOUNDARY, '/properties/boundarySource']
const SECOND = ['grant', 'titles', 'bmnRecords', 'value', 'legalProblems'].map(
  (name) => `/properties/${name}`,
)

/** The step that has the field of a pointer, with or without its leading `#`. */
export function stepOf(pointer: string): StepNumber {
  const at = pointer.replace(/^#/, '')
  if (THIRD.some((start) => at.startsWith(start))) return 3
  return SECOND.some((start) => at.startsWith(start)) ? 2 : 1
}

/**
 * Bring a pointer's field into view and into focus: its own, else that of the nearest thing around
 * it, with every collapsed section on the way opened. False when the page shows none of them.
 */
export function showField(pointer: string): boolean {
  let at = pointer.replace(/^#/, '')
  for (; at.includes('/'); at = at.slice(0, at.lastIndexOf('/'))) {
    const field = document.getElementById(fieldId(at))
    if (!field) continue
    for (
      let box = field.closest('details');
      box;
      box = box.parentElement?.closest('details') ?? null
    )
      box.open = true
    field.scrollIntoView({ block: 'center' })
    field.focus()
    return true
  }
  // The panel of the boundary stands for what is said of its source.
  return stepOf(pointer) === 3 && pointer !== BOUNDARY && showField(BOUNDARY)
}
