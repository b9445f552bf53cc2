/** The step of the registration form, 1 to 4, in which the field at a pointer is filled in. */
export function registrationStepOf(pointer: string): 1 | 2 | 3 | 4 {
  if (/^#\/(geometry|boundary|properties\/boundarySource)/.test(pointer)) return 3
  if (/^#\/properties\/(grant|titles|bmnRecords|value|legalProblems)/.test(pointer)) return 2
  return 1
}

/** Whether what a pointer means is given on the parcel's page, not in the registration form. */
export const isOnPage = (pointer: string): boolean =>
  /^#?\/(documents$|properties\/(areaNote|predecessors)(\/|$))/.test(pointer)
