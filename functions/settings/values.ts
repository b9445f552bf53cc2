import * as v from 'valibot'
import { DefinitionValues } from '../domain/definition.ts'
import { faultsOf } from '../domain/fault.ts'
import { Refusal } from '../domain/refusal.ts'
import { PlainDate, text } from '../domain/text.ts'
import type { SettingName, SettingValues } from '../store/settings.ts'

const HolidayYear = v.strictObject({
  days: v.pipe(
    v.array(
      v.strictObject({
        date: PlainDate,
        name: text(200),
        kind: v.picklist(['libur', 'cuti-bersama']),
      }),
    ),
    v.maxLength(60),
  ),
  source: text(500),
  provisional: v.optional(v.literal(true)),
})

/** The holidays of each year; each day lies in its year. */
export const HolidayValues = v.strictObject({
  years: v.pipe(
    v.record(v.pipe(v.string(), v.regex(/^20\d{2}$/, 'form:2027')), HolidayYear),
    v.check((years) => Object.keys(years).length <= 30, 'form:2027'),
    v.check(
      (years) =>
        Object.entries(years).every(([year, { days }]) =>
          days.every(({ date }) => date.startsWith(year)),
        ),
      'form:2027',
    ),
  ),
})

const SCHEMAS: { [N in SettingName]: v.GenericSchema<unknown, SettingValues[N]> } = {
  definisi: DefinitionValues as v.GenericSchema<unknown, DefinitionValues>,
  libur: HolidayValues as v.GenericSchema<unknown, v.InferOutput<typeof HolidayValues>>,
}

/** The values of a setting as they were sent. @throws Refusal `invalid-input` naming every fault */
export function readValues<N extends SettingName>(name: N, sent: unknown): SettingValues[N] {
  const result = v.safeParse(SCHEMAS[name], sent)
  if (result.success) return result.output as SettingValues[N]
  const faults = faultsOf(result.issues).map((fault) => ({
    ...fault,
    pointer: fault.pointer.replace(/^#/, '#/values'),
  }))
  throw new Refusal(
    'invalid-input',
    { id: 'Ada isian yang perlu diperbaiki.', en: 'Some of this has to be corrected.' },
    { faults },
  )
}
