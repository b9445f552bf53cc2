/** The two languages of the registry; Indonesian is the first. */
export type Language = 'id' | 'en'

/** One sentence in every language: a missing translation does not compile. */
export type Phrase = Readonly<Record<Language, string>>

/** Pick the language that an `Accept-Language` header prefers; Indonesian unless English ranks higher. */
export function preferredLanguage(acceptLanguage: string | null | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
      const q = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((value) => value)
      return { language: tag.split('-')[0], weight: q === undefined ? 1 : Number(q) }
    })
    .filter(({ language, weight }) => (language === 'id' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight) // stable: the order of the header breaks ties
  return ranked[0]?.language === 'en' ? 'en' : 'id'
}
