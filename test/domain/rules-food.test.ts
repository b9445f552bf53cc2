import { expect, test } from 'vitest'
import { evaluate, reportFindings } from '../../functions/domain/rules/evaluate.ts'
import { FOOD_FOUND, FOOD_SILENT } from './food-rule-cases.ts'
import { context } from './rule-context.ts'

const findings = (rule: string, of: (typeof FOOD_FOUND)[number]['of']) =>
  evaluate(context(of)).filter((finding) => finding.rule === rule)

test.each(FOOD_FOUND)('$rule finds: $when', ({ rule, of, at }) => {
  expect(findings(rule, of).map(({ pointer }) => pointer)).toEqual(at)
})

test.each(FOOD_SILENT)('$rule does not find: $when', ({ rule, of }) => {
  expect(findings(rule, of)).toEqual([])
})

test('every finding speaks both languages, with the cure beside it', () => {
  for (const { rule, of } of FOOD_FOUND)
    for (const { message, cure } of findings(rule, of))
      for (const text of [message.id, message.en, cure.id, cure.en])
        expect(text).toMatch(/^\S.*\.$/)
})

test('sentences hold the figures, and name the mistake that explains them', () => {
  const said = (rule: string, when: RegExp) =>
    findings(rule, FOOD_FOUND.find((row) => row.rule === rule && when.test(row.when))!.of)[0]?.message.id // prettier-ignore
  expect(said('G17', /40 days/)).toBe('Padi dipanen 40 hari sesudah tanam; lazimnya 90–150 hari.')
  expect(said('G18', /9 kg/)).toContain('mungkin ton tertulis sebagai kg (×1.000)')
  expect(said('G24', /4 %/)).toContain('4 % hasil panen')
})

test('of what was read of reports, nothing else is said', () => {
  const { of } = FOOD_FOUND.find(({ rule }) => rule === 'G21')!
  const { reports = [], commodities = [], ...rest } = of
  const found = reportFindings(context(rest), { reports, commodities, photos: [] })
  expect(found.map(({ rule }) => rule)).toContain('G21')
  expect(found.every(({ pointer }) => /^#\/(reports|photos)/.test(pointer))).toBe(true)
})
