import type { ParcelFeature as Parcel } from '../../api.ts'
import type { Cases } from '../../idle-api.ts'
import { caseWords as m } from '../../messages/case.ts'
import { say } from '../../messages/phrase.ts'
import { Section } from '../parcel/section.tsx'

/** Drafts of the letters of a case, and the case on paper. */
export function Letters({ cases }: { parcel: Parcel; cases: Cases }) {
  if (!cases.case) return null
  return (
    <Section title={say(m.drafts)} class="no-print">
      <p>
        <button type="button" class="button" onClick={() => print()}>
          {say(m.print)}
        </button>
      </p>
    </Section>
  )
}
