import { referenceArea } from '../areas.ts'
import { type Block, runningBlocks, type UseRecord } from '../use.ts'
import type { RuleContext } from './rule.ts'

/** Where a block stands in the record. */
export const blockPointer = ({ id }: Pick<Block, 'id'>): string => `#/use/blocks/${id}`

/** The blocks that count today; none while nothing of the use was read. */
export const blocksOf = ({ use = {}, today }: RuleContext): Block[] => runningBlocks(use, today)

/** The plans that are open, with where they stand. */
export const openPlans = ({ plans = {} }: UseRecord) =>
  Object.values(plans)
    .filter(({ closed }) => closed === undefined)
    .map((plan) => ({ plan, pointer: `#/use/plans/${plan.id}` }))

/** The whole area that blocks are held against, in square metres: by its papers, else by its boundary. */
export const wholeOf = ({ properties, boundaryAreaM2 }: RuleContext): number | null =>
  referenceArea(properties)?.m2 ?? boundaryAreaM2

/** Square metres of several areas together. */
export const sumOf = (areas: readonly { areaM2: number }[]): number =>
  areas.reduce((total, { areaM2 }) => total + areaM2, 0)
