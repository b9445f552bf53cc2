import type { ParcelFeature as Parcel } from '../../api.ts'
import { parcelWords } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { grantorKindNames, legalProblemNames, statusPerolehanNames } from '../../messages/terms.ts'
import { Explain } from './chain.tsx'
import { membersInFormOrder } from '../form-order.ts'
import { fieldLabel, valueWords } from './field-words.ts'
import { Facts, Section } from './section.tsx'

const fact = (field: string, value: unknown): readonly [string, string | undefined] => [
  fieldLabel(`/${field}`),
  value === undefined ? undefined : valueWords(`/${field}`, value),
]

/** Where the land lies, by address, codes and neighbours. */
export function Address({ parcel }: { parcel: Parcel }) {
  const { address = {}, neighbours, restricted, note } = parcel.properties
  const { street, rtRw, desa, kecamatan, kabupaten, provinsi } = address
  const whole = [street, rtRw, desa, kecamatan, kabupaten, provinsi].filter(Boolean).join(', ')
  return (
    <Section title={say(parcelWords.address)}>
      <p>{whole || <span class="quiet">{say(parcelWords.notFilled)}</span>}</p>
      <Facts
        rows={[
          fact('kodeKemendagri', address.kodeKemendagri),
          fact('kodeBpn', address.kodeBpn),
          fact('kodeBps', address.kodeBps),
          ...(['north', 'east', 'south', 'west'] as const).map((side) =>
            fact(side, neighbours?.[side]),
          ),
          [fieldLabel('/neighbours'), restricted ? say(parcelWords.withheld) : undefined],
          fact('note', note),
        ]}
      />
    </Section>
  )
}

/** Who gave the land, and on which terms. */
export function GrantTerms({ parcel }: { parcel: Parcel }) {
  const { grant, statusPerolehan, restricted } = parcel.properties
  const { grantor, terms } = grant ?? {}
  const { reversion } = terms ?? {}
  const giver = grantor
    ? [grantor.name, grantor.kind && say(grantorKindNames[grantor.kind])].filter(Boolean).join(', ')
    : restricted
      ? say(parcelWords.withheld)
      : say(parcelWords.notFilled)
  return (
    <Section title={say(parcelWords.grantTerms)}>
      <Facts
        rows={[
          [
            fieldLabel('/statusPerolehan'),
            statusPerolehan
              ? say(statusPerolehanNames[statusPerolehan])
              : say(parcelWords.notFilled),
          ],
          [fieldLabel('/grantor'), giver],
          fact('purpose', terms?.purpose),
          fact('noChangeOfFunction', terms?.noChangeOfFunction),
          [
            fieldLabel('/reversion'),
            reversion && (
              <>
                {[
                  say(reversion.applies ? parcelWords.yes : parcelWords.no),
                  reversion.date && valueWords('/date', reversion.date),
                  reversion.note,
                ]
                  .filter(Boolean)
                  .join(', ')}{' '}
                <Explain term="tarik-kembali" name={fieldLabel('/reversion')} />
              </>
            ),
          ],
        ]}
      />
    </Section>
  )
}

/** What the land is worth, and on which basis. */
export function Value({ parcel }: { parcel: Parcel }) {
  const { value } = parcel.properties
  if (!value) return null
  return (
    <Section title={say(parcelWords.value)}>
      <Facts rows={membersInFormOrder(value).map(([field, told]) => fact(field, told))} />
    </Section>
  )
}

/** What stands against the land. */
export function LegalProblems({ parcel }: { parcel: Parcel }) {
  const { legalProblems = [], restricted } = parcel.properties
  return (
    <Section title={say(parcelWords.legal)}>
      {legalProblems.length === 0 && <p class="quiet">{say(parcelWords.legalNone)}</p>}
      {legalProblems.map((problem, index) => (
        <div class="entry" key={index}>
          <h3 class="needs-look">{say(legalProblemNames[problem.kind])}</h3>
          <Facts
            rows={[
              ...membersInFormOrder(problem)
                .filter(([field]) => field !== 'kind') // it is the heading
                .map(([field, value]) => fact(field, value)),
              [fieldLabel('/party'), restricted ? say(parcelWords.withheld) : undefined],
            ]}
          />
        </div>
      ))}
    </Section>
  )
}
