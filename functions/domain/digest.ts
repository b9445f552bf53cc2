import { clockName } from './clock-names.ts'
import type { Member } from './member.ts'
import { rolesOn } from './member.ts'
import type { Notice, NoticeKind, Recipient } from './notice.ts'
import type { HeldRole, Place } from './permissions.ts'
import type { Language, Phrase } from './phrase.ts'
import { formatDate } from './writing.ts'

/** One line of a digest: what happened, or will, to a parcel. No coordinate and no value. */
export interface DigestLine extends Omit<Notice, 'to'> {
  parcel: string
  name: string
  unitName: string
}

/** What one person is told of one day. */
export interface Digest {
  member: string
  /** Plain date. */
  day: string
  lines: DigestLine[]
  /** How many further lines did not fit. */
  more: number
}

/** Whose notice it becomes where nobody holds the role for the place. */
const NEXT: Record<Recipient, Recipient | null> = {
  petugas: 'kpb',
  kpb: 'kanwil',
  kanwil: 'pusat',
  pusat: null,
}

const serves = ({ role, upt, kanwil }: HeldRole, to: Recipient, place: Place): boolean =>
  role === to &&
  (to === 'pusat' || (to === 'kanwil' ? kanwil.includes(place.kanwil) : upt.includes(place.upt)))

function holders(members: readonly Member[], to: Recipient, place: Place, day: string): string[] {
  const found = members.filter((member) =>
    rolesOn(member, day).some((held) => serves(held, to, place)),
  )
  const next = NEXT[to]
  return found.length > 0 || next === null
    ? found.map(({ id }) => id)
    : holders(members, next, place, day)
}

const sameNotice = (a: Notice, b: Notice): boolean =>
  a.kind === b.kind && a.key === b.key && a.day === b.day

/**
 * What each member is told of a parcel: notices go to those who hold the role for its place on that day,
 * and to the next level up where nobody does. Who holds several roles is told once.
 */
export function toldTo(
  members: readonly Member[],
  place: Place,
  notices: readonly Notice[],
  day: string,
): Map<string, Notice[]> {
  const told = new Map<string, Notice[]>()
  for (const notice of notices) {
    for (const member of holders(members, notice.to, place, day)) {
      const known = told.get(member) ?? []
      if (!known.some((each) => sameNotice(each, notice))) told.set(member, [...known, notice])
    }
  }
  return told
}

/** What each kind of notice is called, the gravest first. */
export const NOTICE_NAMES: Record<NoticeKind, Phrase> = {
  escalation: { id: 'Dinaikkan kepada Anda', en: 'Raised to you' },
  'case-opened': {
    id: 'Kasus lahan menganggur dibuka (internal)',
    en: 'Case of idle land opened (internal)',
  },
  passed: { id: 'Lewat tenggat', en: 'Past the deadline' },
  reminder: { id: 'Pengingat', en: 'Reminders' },
}
const ORDER = Object.keys(NOTICE_NAMES) as NoticeKind[]

const whenOf = (kind: NoticeKind, day: string): Phrase => {
  const [id, en] = [formatDate(day, 'id'), formatDate(day, 'en')]
  return kind === 'reminder'
    ? { id: `paling lambat ${id}`, en: `by ${en}` }
    : { id: `tenggat ${id}`, en: `was due ${en}` }
}

/** One line in words. */
export function lineText({ name, unitName, kind, clock, day }: DigestLine): Phrase {
  const [what, when] = [clockName(clock), whenOf(kind, day)]
  return {
    id: `${name}, ${unitName}: ${what.id}, ${when.id}`,
    en: `${name}, ${unitName}: ${what.en}, ${when.en}`,
  }
}

/** A digest as plain text. */
export interface DigestText {
  subject: string
  text: string
}

const WORDS = {
  subject: {
    id: (day: string, n: number) => `Petak ${day}: ${n} hal perlu perhatian`,
    en: (day: string, n: number) =>
      `Petak ${day}: ${n} ${n === 1 ? 'matter needs' : 'matters need'} attention`,
  },
  more: {
    id: (n: number) => `dan ${n} lagi di registri`,
    en: (n: number) => `and ${n} more in the registry`,
  },
  where: {
    id: (origin: string) => `Buka registri: ${origin}`,
    en: (origin: string) => `Open the registry: ${origin}`,
  },
} satisfies Record<string, Record<Language, (...words: never[]) => string>>

/** A digest in words, grouped by kind; the address of the registry at its end where there is one. */
export function digestText(digest: Digest, language: Language, origin = ''): DigestText {
  const { day, lines, more } = digest
  const groups = ORDER.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind)
    const told = own.map((line) => `- ${lineText(line)[language]}`)
    return own.length === 0 ? [] : [[NOTICE_NAMES[kind][language], ...told].join('\n')]
  })
  return {
    subject: WORDS.subject[language](formatDate(day, language), lines.length + more),
    text: [
      ...groups,
      ...(more > 0 ? [WORDS.more[language](more)] : []),
      ...(origin === '' ? [] : [WORDS.where[language](origin)]),
    ].join('\n\n'),
  }
}
