import { letterFacts } from '../../../functions/domain/letter-facts.ts'
import { type LetterDraft, letterOf, type LetterSaid } from '../../../functions/domain/letters.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'
import type { Cases, ShownCase } from '../../idle-api.ts'
import { saveLetter } from '../../letters/save.ts'
import { LetterView } from '../../letters/view.tsx'
import { caseWords as m } from '../../messages/case.ts'
import { say } from '../../messages/phrase.ts'
import { Problem } from '../../problem.tsx'
import { Link } from '../../router.tsx'
import { useSubmit } from '../../submit.ts'
import { useKanwilNames } from '../map/kanwil-names.ts'
import { Section } from '../parcel/section.tsx'

/** The letters of a case that can be drafted. */
export const LETTERS = ['permintaan', 'jawaban'] as const
export type LetterKind = (typeof LETTERS)[number]
const NAMES = { permintaan: m.draftRequest, jawaban: m.draftAnswer } as const

interface LettersProps {
  parcel: Parcel
  cases: Cases
}

/** What was said in the last step of a kind, as the letter tells it. */
function saidIn({ steps }: ShownCase, kind: LetterKind): LetterSaid {
  const step = kind === 'permintaan' ? 'request' : 'answer'
  const { letter, said = {} } = steps.filter((each) => each.step === step).at(-1) ?? {}
  const told: LetterSaid = { ...(letter && { number: letter.number, date: letter.date }) }
  if (kind === 'jawaban') return { ...told, answer: said as LetterSaid['answer'] }
  const { questions, dueDate } = said
  return {
    ...told,
    ...(typeof questions === 'string' && { questions }),
    ...(typeof dueDate === 'string' && { dueDate }),
  }
}

function useDraft({ parcel, cases }: LettersProps, kind: LetterKind): LetterDraft | undefined {
  const kanwil = useKanwilNames()
  const { properties } = parcel
  if (!cases.case) return undefined
  const { uptName, areaM2 } = properties
  const kanwilName = kanwil.get(properties.kanwil) ?? properties.kanwil
  const facts = letterFacts(properties, { uptName, kanwilName, areaM2 })
  return letterOf(kind, facts, cases.case, saidIn(cases.case, kind))
}

/** Drafts of the letters of a case: to look at, to print, to take away as DOCX. */
export function Letters({ parcel, cases }: LettersProps) {
  if (!cases.case) return null
  return (
    <Section title={say(m.drafts)} class="no-print">
      <p class="small quiet">{say(m.draftHint)}</p>
      <ul class="plain-list">
        {LETTERS.map((kind) => (
          <li key={kind}>
            <Link href={`/bidang/${parcel.id}/kasus?surat=${kind}`}>{say(NAMES[kind])}</Link>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="button" onClick={() => print()}>
          {say(m.printCase)}
        </button>
      </p>
    </Section>
  )
}

/** One draft as it will be printed, with the ways to take it along. */
export function LetterPage({ parcel, cases, kind }: LettersProps & { kind: LetterKind }) {
  const draft = useDraft({ parcel, cases }, kind)
  const { isSending, error, submit } = useSubmit()
  return (
    <>
      <p class="row no-print">
        <Link class="button" href={`/bidang/${parcel.id}/kasus`}>
          {say(m.backToCase)}
        </Link>
        {draft && (
          <>
            <button
              type="button"
              class="button primary"
              aria-busy={isSending}
              onClick={() => void submit(() => saveLetter(draft))}
            >
              {say(isSending ? m.draftMaking : m.docx)}
            </button>
            <button type="button" class="button" onClick={() => print()}>
              {say(m.print)}
            </button>
          </>
        )}
      </p>
      {error !== undefined && <Problem error={error} />}
      {draft ? <LetterView draft={draft} /> : <p>{say(m.none)}</p>}
    </>
  )
}
