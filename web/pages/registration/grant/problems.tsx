import type { LegalProblem } from '../../../../functions/domain/parcel.ts'
import type { Phrase } from '../../../../functions/domain/phrase.ts'
import { courtNames, grantForm as words, stageNames } from '../../../messages/grant-form.ts'
import { say } from '../../../messages/phrase.ts'
import { legalProblemNames } from '../../../messages/terms.ts'
import { optional, Picked, Written } from '../form.tsx'
import { AreaWritten, DayWritten, RupiahWritten } from '../read-fields.tsx'
import { Rows } from './rows.tsx'

const options = (names: Readonly<Record<string, Phrase>>) =>
  Object.entries(names).map(([value, name]) => ({ value, label: say(name) }))

/** Disputes, occupations and lawsuits. */
export const LegalProblems = () => (
  <Rows<Partial<LegalProblem>>
    at="/properties/legalProblems"
    title={say(words.problems)}
    none={say(words.noProblems)}
    add={say(words.addProblem)}
    nameOf={(n) => say(words.problemRow(n))}
    summaryOf={({ kind }) => (kind ? say(legalProblemNames[kind]) : say(words.stateMissing))}
    fresh={{}}
  >
    {(at, { kind, stage }) => (
      <>
        <div class="pairs">
          <Picked
            at={`${at}/kind`}
            label={say(words.problemKind)}
            options={options(legalProblemNames)}
          />
          <Picked at={`${at}/stage`} label={say(words.stage)} options={options(stageNames)} />
          <DayWritten at={`${at}/since`} label={say(words.since)} />
          <AreaWritten at={`${at}/areaM2`} label={say(words.problemArea)} />
        </div>
        <Written at={`${at}/party`} label={say(words.party)} hint={say(words.partyHint)} />
        <Written at={`${at}/otherTitle`} label={optional(words.otherTitle)} />
        {(kind === 'berperkara' || stage === 'litigasi') && (
          <div class="pairs">
            <Written at={`${at}/caseNumber`} label={say(words.caseNumber)} />
            <Picked at={`${at}/court`} label={say(words.court)} options={options(courtNames)} />
            <RupiahWritten at={`${at}/claimIdr`} label={say(words.claim)} />
          </div>
        )}
        <Written at={`${at}/note`} label={say(words.note)} lines={2} />
        <Written
          at={`${at}/strategy`}
          label={optional(words.strategy)}
          hint={say(words.strategyHint)}
          lines={2}
        />
      </>
    )}
  </Rows>
)
