import type { Finding, Severity } from '../finding.ts'
import { areaRules } from './area.ts'
import { bookRules } from './book.ts'
import { documentRules } from './document.ts'
import { duplicateRules } from './duplicate.ts'
import { grantRules } from './grant.ts'
import { growingRules } from './growing.ts'
import { legalRules } from './legal.ts'
import { paperRules } from './paper.ts'
import { overlapRules } from './overlap.ts'
import { photoRules } from './photo.ts'
import { placeRules } from './place.ts'
import { planRules } from './plan.ts'
import { reportRules } from './report.ts'
import type { Rule, RuleContext } from './rule.ts'
import { DEFAULT_RULE_SETTINGS } from './settings.ts'
import { surveyRules } from './survey.ts'
import { titleRules } from './title.ts'
import { useRules } from './use.ts'
import { useDecisionRules } from './use-decision.ts'
import { utilisationRules } from './utilisation.ts'
import { valueRules } from './value.ts'

/** Every rule that is evaluated; those on reports and photos where the caller has read some. */
export const RULES: readonly Rule[] = [
  ...paperRules,
  ...grantRules,
  ...documentRules,
  ...titleRules,
  ...duplicateRules,
  ...legalRules,
  ...useDecisionRules,
  ...bookRules,
  ...areaRules,
  ...placeRules,
  ...overlapRules,
  ...surveyRules,
  ...valueRules,
  ...useRules,
  ...planRules,
  ...utilisationRules,
  ...growingRules,
  ...reportRules,
  ...photoRules,
]

/** What the rules look at; without settings, the defaults count. */
export type Evaluated = Omit<RuleContext, 'settings'> & Partial<Pick<RuleContext, 'settings'>>

const WEIGHT: Record<Severity, number> = { B: 0, E: 1, W: 2, I: 3 }

/** What all rules have to say, the boundary's findings included: gravest first, then by rule. */
export function evaluate(evaluated: Evaluated): Finding[] {
  const context: RuleContext = {
    ...evaluated,
    settings: evaluated.settings ?? DEFAULT_RULE_SETTINGS,
  }
  return [...RULES.flatMap((rule) => rule.check(context)), ...context.landFindings].sort(
    (a, b) =>
      WEIGHT[a.severity] - WEIGHT[b.severity] || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  )
}

/** What the rules say of reports and photos that the caller has read, and of nothing else. */
export const reportFindings = (
  context: Evaluated,
  read: Required<Pick<RuleContext, 'reports' | 'photos' | 'commodities'>>,
): Finding[] =>
  evaluate({ ...context, ...read }).filter(({ pointer }) => /^#\/(reports|photos)/.test(pointer))
