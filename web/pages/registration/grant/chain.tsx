import { type ChainState, type ChainStep, grantChain } from '../../../../functions/domain/grant.ts'
import { GLOSSARY } from '../../../../functions/domain/glossary.ts'
import { type ParcelProperties, STEPS, type StepName } from '../../../../functions/domain/parcel.ts'
import type { Phrase } from '../../../../functions/domain/phrase.ts'
import { formatDate } from '../../../../functions/domain/writing.ts'
import { grantForm as words } from '../../../messages/grant-form.ts'
import { language, say } from '../../../messages/phrase.ts'
import { originalPlaceNames, stepNames } from '../../../messages/terms.ts'
import { useObservable } from '../../../observable.ts'
import { Explained, NoteAt, Picked, Ticked, useDesk, useValue, Written } from '../form.tsx'
import { fieldId } from '../places.ts'
import { AreaWritten, DayWritten, RupiahWritten } from '../read-fields.tsx'
import { Files } from './files.tsx'
import { Lines } from './lines.tsx'

const STATES: Record<ChainState, Phrase> = {
  documented: words.stateDocumented,
  stated: words.stateStated,
  absent: words.stateAbsent,
  missing: words.stateMissing,
  'not-applicable': words.stateNotNeeded,
}

/** The steps of the grant, one section each, folded to a line that tells its state. */
export function GrantChain() {
  const { mine } = useObservable(useDesk().draft)
  const chain = grantChain(mine.properties as ParcelProperties) // reads only what may be missing
  const links = new Map<ChainStep, (typeof chain)[number]>(chain.map((link) => [link.step, link]))
  return (
    <section class="stack" aria-labelledby={fieldId('/properties/grant/steps')}>
      <div>
        <h2 id={fieldId('/properties/grant/steps')} tabIndex={-1}>
          {say(words.chain)}
        </h2>
        <p class="hint">{say(words.chainHint)}</p>
      </div>
      <div class="folds">
        {STEPS.map((name) => {
          const link = links.get(name)
          const state = link?.state ?? 'missing'
          const about = [link?.number, link?.date && formatDate(link.date, language())]
          return (
            <StepSection
              key={name}
              name={name}
              state={[...about.filter(Boolean), say(STATES[state])].join(' · ')}
              gap={state === 'missing' && link?.expected === true}
            />
          )
        })}
      </div>
    </section>
  )
}

function StepSection({ name, state, gap }: { name: StepName; state: string; gap: boolean }) {
  const at = `/properties/grant/steps/${name}`
  const absent = useValue<boolean>(`${at}/absent`)
  return (
    <details class="fold">
      <summary id={fieldId(at)}>
        <span class="fold-title">{say(stepNames[name])}</span>
        <span class={`fold-state small ${gap ? 'gap' : ''}`}>{state}</span>
      </summary>
      <div class="stack">
        <NoteAt at={at} />
        <Explained term={say(stepNames[name])}>{say(GLOSSARY[name])}</Explained>
        <Ticked at={`${at}/absent`} label={say(words.absent)} hint={say(words.absentHint)} />
        {!absent && (
          <>
            <div class="pairs">
              <Written
                at={`${at}/number`}
                label={say(words.number)}
                input={{ autocomplete: 'off' }}
              />
              <DayWritten at={`${at}/date`} label={say(words.date)} />
            </div>
            <Lines at={`${at}/parties`} label={say(words.parties)} hint={say(words.partiesHint)} />
            <div class="pairs">
              <AreaWritten at={`${at}/areaM2`} label={say(words.area)} />
              <RupiahWritten at={`${at}/valueIdr`} label={say(words.value)} />
            </div>
            <Files at={`${at}/documents`} kind={name} name={name.toUpperCase()} />
            <Original at={`${at}/original`} />
          </>
        )}
        <Written at={`${at}/note`} label={say(words.note)} lines={2} />
      </div>
    </details>
  )
}

/** Where an original paper is kept, and where exactly. */
export function Original({ at }: { at: string }) {
  const place = useValue<string>(`${at}/place`)
  return (
    <div class="pairs">
      <Picked
        at={`${at}/place`}
        label={say(words.original)}
        options={Object.entries(originalPlaceNames).map(([value, name]) => ({
          value,
          label: say(name),
        }))}
      />
      <NoteAt at={at} />
      {place && <Written at={`${at}/note`} label={say(words.originalNote)} />}
    </div>
  )
}
