import type { Severity } from '../../../functions/domain/finding.ts'
import type { ParcelFeature as Parcel, ServedFinding } from '../../api.ts'
import { parcelWords, severityNames } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { Link } from '../../router.tsx'
import { formatNumber } from '../../time.ts'
import { fieldLabel } from './field-words.ts'
import { registrationStepOf } from './registration-step.ts'
import { Section } from './section.tsx'
import './findings.css'

const ORDER: readonly Severity[] = ['B', 'E', 'W', 'I']

/** The gravest first. */
export const byWeight = (findings: readonly ServedFinding[]): ServedFinding[] =>
  [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))

/** What the rules found, each with its field, its weight and who can cure it. */
export function Findings({ parcel, canEdit }: { parcel: Parcel; canEdit: boolean }) {
  const { findings } = parcel.properties
  if (!findings) return null // told to insiders only; the page says so elsewhere
  return (
    <Section
      title={say(parcelWords.findings)}
      aside={<span class="quiet numeric">{formatNumber(findings.length)}</span>}
    >
      {findings.length === 0 && <p class="quiet">{say(parcelWords.findingsNone)}</p>}
      {findings.some(({ severity }) => severity === 'E') && (
        <p class="small quiet">{say(parcelWords.findingsE)}</p>
      )}
      <ul class="findings">
        {byWeight(findings).map((finding) => (
          <li key={`${finding.rule} ${finding.pointer}`}>
            <FindingWords
              finding={finding}
              editHref={
                canEdit
                  ? `/daftarkan/${parcel.id}/${registrationStepOf(finding.pointer)}`
                  : undefined
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** One finding in words. */
export function FindingWords(props: { finding: ServedFinding; editHref?: string | undefined }) {
  const { rule, severity, pointer, message, cure } = props.finding
  return (
    <div class={`finding finding-${severity}`}>
      <p class="small">
        <span class="finding-weight">{say(severityNames[severity])}</span>{' '}
        <span class="quiet">
          {rule} · {fieldLabel(pointer)}
        </span>
      </p>
      <p>{message}</p>
      <p class="small quiet">
        {say(parcelWords.findingCure)} {cure}{' '}
        {props.editHref && <Link href={props.editHref}>{say(parcelWords.correctHere)}</Link>}
      </p>
    </div>
  )
}
