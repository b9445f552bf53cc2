import { type GrantStep, type ParcelProperties, type StepName, STEPS } from '../parcel.ts'

/** RFC 6901 pointer in fragment form to a step of the grant. */
export const pointerTo = (step: StepName): string => `#/properties/grant/steps/${step}`

/** What is recorded of a step; empty where nothing is. */
export const stepOf = ({ grant }: ParcelProperties, name: StepName): GrantStep =>
  grant?.steps?.[name] ?? {}

/** Every step of a grant that was recorded, with its pointer. */
export const recordedSteps = (
  properties: ParcelProperties,
): { name: StepName; step: GrantStep; pointer: string }[] =>
  STEPS.flatMap((name) => {
    const step = properties.grant?.steps?.[name]
    return step ? [{ name, step, pointer: pointerTo(name) }] : []
  })
