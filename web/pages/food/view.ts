/** What the page shows, as the address holds it. */
export interface View {
  kanwil: string
  upt: string
  /** Months such as `2026-11`; '' for the last twelve. */
  from: string
  until: string
}

const monthIn = (search: URLSearchParams, name: string): string => {
  const month = search.get(name) ?? ''
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(month) ? month : ''
}

/** Read the view from an address; what is not understood is left out. */
export const viewOf = (search: URLSearchParams): View => ({
  kanwil: search.get('kanwil') ?? '',
  upt: search.get('upt') ?? '',
  from: monthIn(search, 'dari'),
  until: monthIn(search, 'sampai'),
})

/** The address of a view. */
export function addressOf({ kanwil, upt, from, until }: View): string {
  const search = new URLSearchParams()
  for (const [name, value] of [
    ['kanwil', kanwil],
    ['upt', upt],
    ['dari', from],
    ['sampai', until],
  ] as const)
    if (value) search.set(name, value)
  return `${search}` ? `/pangan?${search}` : '/pangan'
}
