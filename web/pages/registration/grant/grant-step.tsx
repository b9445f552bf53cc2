import { GLOSSARY } from '../../../../functions/domain/glossary.ts'
import { grantForm as words } from '../../../messages/grant-form.ts'
import { say } from '../../../messages/phrase.ts'
import { grantorKindNames } from '../../../messages/terms.ts'
import {
  optional,
  Explained,
  NoteAt,
  Picked,
  Ticked,
  useDesk,
  useValue,
  Written,
} from '../form.tsx'
import { DayWritten } from '../read-fields.tsx'
import { fieldId } from '../places.ts'
import { Books, Worth } from './books.tsx'
import { GrantChain } from './chain.tsx'
import { LegalProblems } from './problems.tsx'
import { Titles } from './titles.tsx'

/** Second step: the papers, from the proposal to the books. */
export const GrantStepForm = () => (
  <>
    <p id={fieldId('/properties/grant')} tabIndex={-1}>
      {say(words.lead)}
    </p>
    <NoteAt at="/properties/grant" />
    <section class="stack" aria-labelledby={fieldId('/properties/grant/grantor')}>
      <h2 id={fieldId('/properties/grant/grantor')} tabIndex={-1}>
        {say(words.grantor)}
      </h2>
      <NoteAt at="/properties/grant/grantor" />
      <div class="pairs">
        <Picked
          at="/properties/grant/grantor/kind"
          label={say(words.grantorKind)}
          options={Object.entries(grantorKindNames).map(([value, name]) => ({
            value,
            label: say(name),
          }))}
        />
        <Written
          at="/properties/grant/grantor/name"
          label={say(words.grantorName)}
          hint={say(words.grantorHint)}
        />
      </div>
    </section>
    <GrantChain />
    <Terms />
    <Titles />
    <Books />
    <Worth />
    <LegalProblems />
  </>
)

function Terms() {
  const at = '/properties/grant/terms'
  return (
    <section class="stack" aria-labelledby={fieldId(at)}>
      <div>
        <h2 id={fieldId(at)} tabIndex={-1}>
          {say(words.terms)}
        </h2>
        <Explained term={say(words.terms)}>
          {say(GLOSSARY.peruntukan)} {say(GLOSSARY['alih-fungsi'])} {say(GLOSSARY['tarik-kembali'])}
        </Explained>
      </div>
      <NoteAt at={at} />
      <Written
        at={`${at}/purpose`}
        label={say(words.purpose)}
        hint={say(words.purposeHint)}
        lines={2}
      />
      <Ticked at={`${at}/noChangeOfFunction`} label={say(words.noChange)} />
      <Reversion at={`${at}/reversion`} />
    </section>
  )
}

/** Whether the grantor may take the land back. The date has no place without a yes. */
function Reversion({ at }: { at: string }) {
  const desk = useDesk()
  const applies = useValue<boolean>(`${at}/applies`) ?? false
  const id = fieldId(`${at}/applies`)
  return (
    <div class="stack">
      <NoteAt at={at} />
      <NoteAt at={`${at}/applies`} />
      <label class="choice plain" for={id}>
        <input
          type="checkbox"
          id={id}
          checked={applies}
          onChange={(event) =>
            desk.change(at, event.currentTarget.checked ? { applies: true } : undefined)
          }
        />
        <span>{say(words.reversion)}</span>
      </label>
      {applies && (
        <div class="pairs inset">
          <DayWritten at={`${at}/date`} label={optional(words.reversionDate)} />
          <Written at={`${at}/note`} label={say(words.reversionNote)} />
        </div>
      )}
    </div>
  )
}
