import type { Report } from '../../../functions/domain/report.ts'
import type { ServedFinding } from '../../api.ts'
import { byWeight, FindingWords } from './findings.tsx'

type Findings = readonly ServedFinding[]

/** What was found of all reports together. */
export const findingsOfAll = (findings: Findings): Findings =>
  findings.filter(({ pointer }) => /^#\/(reports|photos)$/.test(pointer))

/** What was found of one report and of its photos. */
export const findingsOf = ({ id, photos }: Report, findings: Findings): Findings =>
  findings.filter(({ pointer }) => {
    const [, kind, of = ''] = pointer.split('/')
    return kind === 'reports' ? of === id : photos.includes(of)
  })

/** Findings with their cure, the gravest first; nothing where there are none. */
export function ReportFindings({ findings }: { findings: Findings }) {
  if (findings.length === 0) return null
  return (
    <ul class="findings">
      {byWeight(findings).map((finding) => (
        <li key={`${finding.rule} ${finding.pointer}`}>
          <FindingWords finding={finding} />
        </li>
      ))}
    </ul>
  )
}
