import type { ProblemError } from '../../api.ts'
import { observable, type Observable } from '../../observable.ts'
import { type Content, type FieldFault, sendable, valueAt, withValueAt } from './content.ts'
import { registration as words } from '../../messages/registration.ts'
import { type Json, same } from './merge.ts'

/** A fault with the value that it is about: it stands until that value changes. */
interface Told {
  pointer: string
  value: unknown
  fault: FieldFault
}

/** What is wrong with a draft, by its form, by the registry's refusals and by a step that failed. */
export interface Wrong {
  faults: Observable<readonly FieldFault[]>
  /** The content without what is wrong; there it keeps what `base`, the registry, has. */
  sendable: (base: Content | undefined) => Content
  /** Remember what a save was refused for; true when the rest can be sent without it. */
  holdBack: (error: ProblemError) => boolean
  /** Remember what a step was refused for; it keeps nothing from being saved. */
  tell: (errors: ProblemError['errors']) => void
}

/** Keep track of what is wrong with a draft that `read` gives. */
export function trackFaults(read: () => Content): Wrong {
  const faults = observable<readonly FieldFault[]>([])
  let refused: Told[] = []
  let told: Told[] = []

  const stands = ({ pointer, value }: Told): boolean =>
    same(valueAt(read(), pointer) as Json, value as Json)

  const toldOf = (errors: ProblemError['errors']): Told[] =>
    errors.map(({ pointer, detail, place }) => {
      const full = pointer.replace(/^#/, '')
      const at = full.startsWith('/geometry') ? '/geometry' : full
      const fault = { pointer: at, detail: { id: detail, en: detail }, ...(place && { place }) }
      return { pointer: at, value: valueAt(read(), at), fault }
    })

  const look = (): Partial<Content['properties']> => {
    refused = refused.filter(stands)
    told = told.filter(stands)
    const form = sendable(read().properties)
    faults.set([
      ...form.faults,
      ...form.waiting.map((pointer) => ({
        pointer,
        detail: words.neededFirst,
        isWaiting: true as const,
      })),
      ...refused.map(({ fault }) => fault),
      ...told.map(({ fault }) => ({ ...fault, isSaved: true as const })),
    ])
    return form.properties
  }

  return {
    faults,
    sendable(base) {
      let content: Content = { properties: look(), geometry: read().geometry }
      for (const { pointer } of refused) {
        const nothing = pointer === '/geometry' ? null : undefined
        content = withValueAt(content, pointer, valueAt(base, pointer) ?? nothing)
      }
      return content
    },
    holdBack(error) {
      const fresh = toldOf(error.errors).filter(
        ({ pointer, value }) =>
          pointer.startsWith('/') &&
          value !== undefined &&
          value !== null &&
          refused.every((old) => old.pointer !== pointer),
      )
      refused = [...refused, ...fresh]
      return fresh.length > 0
    },
    tell(errors) {
      told = toldOf(errors)
      look()
    },
  }
}
