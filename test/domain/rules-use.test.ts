import { expect, test } from 'vitest'
import { DEFAULT_DEFINITION } from '../../functions/domain/definition.ts'
import { deriveStanding } from '../../functions/domain/derive.ts'
import { DEFAULT_HOLIDAYS } from '../../functions/domain/holidays.ts'
import { evaluate } from '../../functions/domain/rules/evaluate.ts'
import { context } from './rule-context.ts'
import { TANGERANG, USE_FOUND, USE_SILENT } from './use-rule-cases.ts'

const findings = (rule: string, of: (typeof USE_FOUND)[number]['of']) =>
  evaluate(context(of)).filter((finding) => finding.rule === rule)

test.each(USE_FOUND)('$rule finds: $when', ({ rule, of, at }) => {
  expect(findings(rule, of).map(({ pointer }) => pointer)).toEqual(at)
})

test.each(USE_SILENT)('$rule does not find: $when', ({ rule, of }) => {
  expect(findings(rule, of)).toEqual([])
})

test('every finding speaks both languages, with the cure beside it', () => {
  for (const { rule, of } of USE_FOUND)
    for (const { message, cure } of findings(rule, of))
      for (const text of [message.id, message.en, cure.id, cure.en])
        expect(text).toMatch(/^\S.*\.$/)
})

test('Malang reads as 9.2 of 20.5 ha, in the writing of the language', () => {
  const { of } = USE_FOUND.find(({ rule }) => rule === 'G01')!
  expect(findings('G01', of)[0]?.message).toEqual({
    id: '9,2 ha tanah kosong belum punya rencana.',
    en: '9.2 ha of vacant land has no plan.',
  })
})

test('Tangerang: 163,734 m² are held by others, and that is what its status says', () => {
  const { properties } = context(TANGERANG)
  const standing = deriveStanding(
    { state: 'diajukan', properties, boundary: null },
    { today: '2026-11-23', areaM2: null, definition: DEFAULT_DEFINITION, holidays: DEFAULT_HOLIDAYS }, // prettier-ignore
  )
  expect(standing.problem).toBe('dikuasai-pihak-lain')
  expect(findings('B19', TANGERANG)[0]?.message.id).toContain('163.734 m²')
})

test('no sentence names who uses the land', () => {
  expect(JSON.stringify(evaluate(context(TANGERANG)))).not.toContain('Pemkot')
})

test('a draft, of whose use nothing is read, has none of these findings', () => {
  const rules = new Set(USE_FOUND.map(({ rule }) => rule))
  const { use: _, ...draft } = TANGERANG
  expect(evaluate(context(draft)).filter(({ rule }) => rules.has(rule))).toEqual([])
})
