import { GLOSSARY } from '../../../../functions/domain/glossary.ts'
import type { Title } from '../../../../functions/domain/parcel.ts'
import { formatArea } from '../../../../functions/domain/writing.ts'
import { grantForm as words } from '../../../messages/grant-form.ts'
import { language, say } from '../../../messages/phrase.ts'
import { titleKindNames } from '../../../messages/terms.ts'
import { optional, Explained, Picked, Ticked, Written } from '../form.tsx'
import { AreaWritten, DayWritten } from '../read-fields.tsx'
import { Original } from './chain.tsx'
import { Files } from './files.tsx'
import { Rows } from './rows.tsx'

const summaryOf = ({ number, areaM2 }: Title): string =>
  [number, areaM2 && formatArea(areaM2, language())].filter(Boolean).join(' · ') ||
  say(words.stateMissing)

/** Certificates and other proofs of title; a parcel may have several. */
export const Titles = () => (
  <Rows<Title>
    at="/properties/titles"
    title={say(words.titles)}
    lead={<Explained term="Hak Pakai">{say(GLOSSARY['hak-pakai'])}</Explained>}
    none={say(words.noTitles)}
    add={say(words.addTitle)}
    nameOf={(n) => say(words.titleRow(n))}
    summaryOf={summaryOf}
    fresh={{}}
  >
    {(at) => (
      <>
        <div class="pairs">
          <Picked
            at={`${at}/kind`}
            label={say(words.titleKind)}
            options={Object.entries(titleKindNames).map(([value, name]) => ({
              value,
              label: say(name),
            }))}
          />
          <Written
            at={`${at}/number`}
            label={say(words.titleNumber)}
            hint={say(words.titleNumberHint)}
            input={{ autocomplete: 'off' }}
          />
        </div>
        <Written at={`${at}/holder`} label={say(words.holder)} hint={say(words.holderHint)} />
        <div class="pairs">
          <DayWritten at={`${at}/issued`} label={say(words.issued)} />
          <DayWritten at={`${at}/expires`} label={optional(words.expires)} />
          <AreaWritten at={`${at}/areaM2`} label={say(words.titleArea)} />
          <Written
            at={`${at}/nibBidang`}
            label={say(words.nib)}
            hint={say(words.nibHint)}
            input={{ inputMode: 'numeric', autocomplete: 'off' }}
          />
        </div>
        <fieldset class="stack inset">
          <legend class="label">{say(words.suratUkur)}</legend>
          <Explained term={say(words.suratUkur)}>{say(GLOSSARY['surat-ukur'])}</Explained>
          <div class="pairs">
            <Written at={`${at}/suratUkur/number`} label={say(words.suratUkurNumber)} />
            <DayWritten at={`${at}/suratUkur/date`} label={say(words.suratUkurDate)} />
            <AreaWritten at={`${at}/suratUkur/areaM2`} label={say(words.suratUkurArea)} />
          </div>
        </fieldset>
        <Ticked at={`${at}/electronic`} label={say(words.electronic)} />
        <Files at={`${at}/documents`} kind="sertipikat" name="Sertipikat" />
        <Original at={`${at}/original`} />
      </>
    )}
  </Rows>
)
