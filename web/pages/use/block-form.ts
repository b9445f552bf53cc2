import { areaOf } from '../../../functions/domain/area.ts'
import type { Boundary } from '../../../functions/domain/boundary.ts'
import type { Language, Phrase } from '../../../functions/domain/phrase.ts'
import type { NewBlock, UseKind, Utilisation } from '../../../functions/domain/use.ts'
import { parseArea, parseRupiah } from '../../../functions/domain/writing.ts'
import { say } from '../../messages/phrase.ts'
import { useWords as words } from '../../messages/use.ts'

/** A block as it is typed. */
export interface TypedBlock {
  name: string
  kind: string
  area: string
  geometry: Boundary | null
  from: string
  until: string
  runBy: string
  form: string
  partner: string
  approvalNumber: string
  approvalDate: string
  termFrom: string
  termUntil: string
  value: string
  ntpn: string
}

/** What stands in the fields at first. */
export function typedOf(block: NewBlock | undefined, isOther: boolean, today: string): TypedBlock {
  const { utilisation: terms } = block ?? {}
  return {
    name: block?.name ?? '',
    kind: block?.kind ?? (isOther ? 'dipakai-pihak-lain' : ''),
    area: block ? `${block.areaM2}`.replace('.', ',') : '',
    geometry: block?.geometry ?? null,
    from: block?.from ?? today,
    until: block?.until ?? '',
    runBy: block?.runBy ?? '',
    form: terms?.form ?? '',
    partner: terms?.partner ?? '',
    approvalNumber: terms?.approval?.number ?? '',
    approvalDate: terms?.approval?.date ?? '',
    termFrom: terms?.from ?? '',
    termUntil: terms?.until ?? '',
    value: terms?.valueIdr === undefined ? '' : String(terms.valueIdr),
    ntpn: terms?.ntpn ?? '',
  }
}

/** Something wrong at a field. */
export interface BlockFault {
  id: string
  text: string
}

/** Id of the control of a field. */
export const blockFieldId = (name: keyof TypedBlock): string => `block-${name}`

/** The block that was typed, or everything that stands in its way. */
export function readBlock(
  typed: TypedBlock,
  isOther: boolean,
  language: Language,
): { block: NewBlock; faults: [] } | { block?: never; faults: BlockFault[] } {
  const faults: BlockFault[] = []
  const fault = (name: keyof TypedBlock, text: Phrase) =>
    void faults.push({ id: blockFieldId(name), text: say(text) })
  const need = (name: keyof TypedBlock & string, label: Phrase): string => {
    const value = String(typed[name] ?? '').trim()
    if (!value) fault(name, words.needs(say(label)))
    return value
  }
  const name = need('name', words.name)
  const kind = need('kind', words.kind) as UseKind
  const from = need('from', words.from)
  if (typed.until && typed.until < from) fault('until', words.turned)
  let areaM2 = 0
  const drawn = typed.geometry && areaOf(typed.geometry)
  if (drawn) areaM2 = Math.round(drawn * 100) / 100
  else if (need('area', words.area)) {
    const read = parseArea(typed.area, language)
    if (read.ok) areaM2 = read.value
    else fault('area', read.reason)
  }
  const utilisation = isOther ? readTerms(typed, language, need, fault) : undefined
  if (faults.length > 0) return { faults }
  const block: NewBlock = {
    name,
    kind,
    areaM2,
    from,
    ...(typed.geometry && { geometry: typed.geometry }),
    ...(typed.until && { until: typed.until }),
    ...(typed.runBy.trim() && { runBy: typed.runBy.trim() }),
    ...(utilisation && { utilisation }),
  }
  return { block, faults: [] }
}

function readTerms(
  typed: TypedBlock,
  language: Language,
  need: (name: keyof TypedBlock, label: Phrase) => string,
  fault: (name: keyof TypedBlock, text: Phrase) => void,
): Utilisation {
  const form = need('form', words.form) as Utilisation['form']
  const partner = need('partner', words.partner)
  const from = need('termFrom', words.termFrom)
  const until = need('termUntil', words.termUntil)
  if (from && until && until < from) fault('termUntil', words.turned)
  const number = typed.approvalNumber.trim()
  if (typed.approvalDate && !number) fault('approvalNumber', words.needs(say(words.approvalNumber)))
  if (number && !typed.approvalDate) fault('approvalDate', words.needs(say(words.approvalDate)))
  const value = typed.value.trim() ? parseRupiah(typed.value, language) : undefined
  if (value && !value.ok) fault('value', value.reason)
  const ntpn = typed.ntpn.replace(/\s/g, '').toUpperCase()
  if (ntpn && !/^[0-9A-Z]{16}$/.test(ntpn)) fault('ntpn', words.ntpnWrong)
  return {
    form,
    partner,
    from,
    until,
    ...(number && { approval: { number, date: typed.approvalDate } }),
    ...(value?.ok && { valueIdr: value.value }),
    ...(ntpn && { ntpn }),
  }
}

/** A merge patch that leaves a block as it was typed: what was emptied is taken away. */
export const patchOf = (block: NewBlock): object => ({
  geometry: null,
  until: null,
  runBy: null,
  ...block,
  ...(block.utilisation && {
    utilisation: { approval: null, valueIdr: null, ntpn: null, ...block.utilisation },
  }),
})
