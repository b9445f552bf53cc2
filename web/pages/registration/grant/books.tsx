import { useEffect, useState } from 'preact/hooks'
import { GLOSSARY } from '../../../../functions/domain/glossary.ts'
import type { BmnRecord } from '../../../../functions/domain/parcel.ts'
import type { AssetCode } from '../../../../functions/domain/reference.ts'
import { formatArea } from '../../../../functions/domain/writing.ts'
import { fetchReference } from '../../../api.ts'
import { grantForm as words } from '../../../messages/grant-form.ts'
import { language, say } from '../../../messages/phrase.ts'
import { optional, Explained, NoteAt, Picked, useValue, Written } from '../form.tsx'
import { fieldId } from '../places.ts'
import { AreaWritten, DayWritten, RupiahWritten, WholeWritten } from '../read-fields.tsx'
import { Rows } from './rows.tsx'

const summaryOf = ({ kodeBarang, nup, areaM2 }: BmnRecord): string =>
  [kodeBarang, nup && `NUP ${nup}`, areaM2 && formatArea(areaM2, language())]
    .filter(Boolean)
    .join(' · ') || say(words.stateMissing)

const capitals = (typed: string): string => typed.toUpperCase().replace(/\s/g, '')

/** Records of the land in the books of state property. */
export const Books = () => (
  <Rows<BmnRecord>
    at="/properties/bmnRecords"
    title={say(words.books)}
    lead={
      <Explained term="KIB, NUP, SAKTI, SIMAN">
        {say(GLOSSARY.kib)} {say(GLOSSARY.nup)} {say(GLOSSARY['sakti-siman'])}
      </Explained>
    }
    none={say(words.noBooks)}
    add={say(words.addBook)}
    nameOf={(n) => say(words.bookRow(n))}
    summaryOf={summaryOf}
    fresh={{}}
  >
    {(at) => (
      <>
        <Written
          at={`${at}/kdSatker`}
          label={say(words.kdSatker)}
          hint={say(words.kdSatkerHint)}
          tidy={capitals}
          input={{ autocomplete: 'off', spellcheck: false, maxLength: 20 }}
        />
        <KodeBarang at={`${at}/kodeBarang`} />
        <div class="pairs">
          <WholeWritten at={`${at}/nup`} label={say(words.nup)} hint={say(words.nupHint)} />
          <Written
            at={`${at}/kodeRegister`}
            label={optional(words.kodeRegister)}
            hint={say(words.kodeRegisterHint)}
            tidy={capitals}
            input={{ autocomplete: 'off', spellcheck: false, maxLength: 32 }}
          />
        </div>
        <AreaWritten at={`${at}/areaM2`} label={say(words.bookArea)} />
        <div class="pairs">
          <AreaWritten at={`${at}/builtM2`} label={say(words.builtArea)} hint="" />
          <AreaWritten at={`${at}/facilitiesM2`} label={say(words.facilitiesArea)} hint="" />
          <AreaWritten at={`${at}/vacantM2`} label={say(words.vacantArea)} hint="" />
        </div>
        <div class="pairs">
          <RupiahWritten at={`${at}/valueIdr`} label={say(words.bookValue)} />
          <DayWritten at={`${at}/acquired`} label={say(words.acquired)} />
          <DayWritten at={`${at}/recorded`} label={say(words.recorded)} />
        </div>
      </>
    )}
  </Rows>
)

let codes: Promise<AssetCode[]> | undefined

/** An asset code, found by its digits or its name. */
function KodeBarang({ at }: { at: string }) {
  const [rows, setRows] = useState<AssetCode[]>([])
  const code = useValue<string>(at)
  useEffect(() => {
    codes ??= fetchReference<AssetCode>('kode-barang').then(({ data }) => data.rows)
    codes.then(setRows, () => (codes = undefined)) // without the list the code is typed by hand
  }, [])
  const list = `${at.replace(/\W+/g, '-')}-codes`
  const name = rows.find((row) => row.code === code)?.name
  return (
    <div>
      <Written
        at={at}
        label={say(words.kodeBarang)}
        hint={say(words.kodeBarangHint)}
        input={{ list, autocomplete: 'off' }}
        tidy={(typed) => typed.trimStart()}
      />
      <datalist id={list}>
        {rows.map((row) => (
          <option key={row.code} value={row.code}>
            {row.name}
          </option>
        ))}
      </datalist>
      {name && <div class="echo small">{name}</div>}
    </div>
  )
}

/** What the land is worth, and by what. */
export const Worth = () => (
  <section class="stack" aria-labelledby={fieldId('/properties/value')}>
    <div>
      <h2 id={fieldId('/properties/value')} tabIndex={-1}>
        {say(words.worth)}
      </h2>
      <Explained term={say(words.amount)}>
        {say(GLOSSARY['nilai-perolehan'])} {say(GLOSSARY.njop)}
      </Explained>
    </div>
    <NoteAt at="/properties/value" />
    <div class="pairs">
      <RupiahWritten at="/properties/value/amountIdr" label={say(words.amount)} />
      <Picked
        at="/properties/value/basis"
        label={say(words.basis)}
        options={[
          { value: 'perolehan', label: say(words.basisPerolehan) },
          { value: 'taksiran', label: say(words.basisTaksiran) },
        ]}
      />
      <RupiahWritten at="/properties/value/njopIdr" label={say(words.njop)} />
      <WholeWritten at="/properties/value/njopYear" label={say(words.njopYear)} />
    </div>
  </section>
)
