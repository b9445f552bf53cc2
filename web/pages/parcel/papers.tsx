import { numbersOf, type RecordNumber } from '../../../functions/domain/certificate.ts'
import type { BmnRecord, Title } from '../../../functions/domain/parcel.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'
import { parcelWords } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { originalPlaceNames, titleKindNames } from '../../messages/terms.ts'
import { membersInFormOrder } from '../form-order.ts'
import { fieldLabel, valueWords } from './field-words.ts'
import { HoldersOf } from './holders.tsx'
import { Facts, Section } from './section.tsx'

const at = (field: string, value: unknown): readonly [string, string | undefined] => [
  fieldLabel(`/${field}`),
  value === undefined ? undefined : valueWords(`/${field}`, value),
]

/** Certificates and other titles, each with its numbers and who else holds them. */
export function Titles({ parcel }: { parcel: Parcel }) {
  const { titles = [] } = parcel.properties
  const numbers = numbersOf(parcel.properties)
  return (
    <Section title={say(parcelWords.titles)}>
      {titles.length === 0 && <p class="quiet">{say(parcelWords.titlesNone)}</p>}
      {titles.map((title, index) => (
        <OneTitle
          key={index}
          title={title}
          numbers={numbers.filter(({ pointer }) =>
            pointer.startsWith(`#/properties/titles/${index}/`),
          )}
          except={parcel.id}
        />
      ))}
    </Section>
  )
}

interface NumberedProps {
  numbers: readonly RecordNumber[]
  except: string
}

function OneTitle({ title, numbers, except }: NumberedProps & { title: Title }) {
  const { number, kind, suratUkur, original } = title
  return (
    <div class="entry">
      <h3>{[kind && say(titleKindNames[kind]), number].filter(Boolean).join(' ')}</h3>
      <Facts
        rows={[
          at('holder', title.holder),
          at('issued', title.issued),
          at('expires', title.expires),
          at('areaM2', title.areaM2),
          at('nibBidang', title.nibBidang),
          [
            fieldLabel('/suratUkur'),
            suratUkur &&
              [
                suratUkur.number,
                suratUkur.date && valueWords('/date', suratUkur.date),
                suratUkur.areaM2 !== undefined && valueWords('/areaM2', suratUkur.areaM2),
              ]
                .filter(Boolean)
                .join(' · '),
          ],
          at('electronic', title.electronic),
          [
            fieldLabel('/original'),
            original &&
              [say(originalPlaceNames[original.place]), original.note].filter(Boolean).join(', '),
          ],
        ]}
      />
      <Numbers numbers={numbers} except={except} />
    </div>
  )
}

/** Records in the books of state property, each with who else holds its numbers. */
export function BookRecords({ parcel }: { parcel: Parcel }) {
  const { bmnRecords = [] } = parcel.properties
  const numbers = numbersOf(parcel.properties)
  return (
    <Section title={say(parcelWords.records)}>
      {bmnRecords.length === 0 && <p class="quiet">{say(parcelWords.recordsNone)}</p>}
      {bmnRecords.map((record, index) => (
        <OneRecord
          key={index}
          record={record}
          numbers={numbers.filter(({ pointer }) =>
            pointer.startsWith(`#/properties/bmnRecords/${index}/`),
          )}
          except={parcel.id}
        />
      ))}
    </Section>
  )
}

function OneRecord({ record, numbers, except }: NumberedProps & { record: BmnRecord }) {
  const { kodeBarang, nup } = record
  return (
    <div class="entry">
      <h3>{[kodeBarang, nup !== undefined && `NUP ${nup}`].filter(Boolean).join(' · ')}</h3>
      <Facts
        rows={membersInFormOrder(record)
          .filter(([field]) => field !== 'kodeBarang' && field !== 'nup') // they are its heading
          .map(([field, value]) => at(field, value))}
      />
      <Numbers numbers={numbers} except={except} />
    </div>
  )
}

function Numbers({ numbers, except }: NumberedProps) {
  return (
    <>
      {numbers.map((number) => (
        <div key={number.kind + number.value} class="small">
          <span class="quiet">
            {fieldLabel(number.pointer).split(' · ').at(-1)} {number.display}
          </span>{' '}
          <HoldersOf number={number} except={except} />
        </div>
      ))}
    </>
  )
}
