import type { Answer } from './answer-form.ts'
import type { IdleCase } from './idle-case.ts'
import { answerParts } from './letter-answer.ts'
import { BLANK, type LetterFacts } from './letter-facts.ts'
import { requestParts } from './letter-request.ts'
import { formatDate } from './writing.ts'

/** One part of a letter, in the order in which it is read. */
export type LetterPart =
  | { kind: 'paragraph'; text: string }
  /** Items lettered a, b, c. */
  | { kind: 'list'; items: string[] }
  /** Rows of cells; the first row is a head where `head` says so. */
  | { kind: 'table'; head: boolean; rows: string[][] }
  /** Office above, name below, with room to sign between. */
  | { kind: 'signature'; office: string; name: string }

/** A draft of an official letter, which is in Indonesian whatever the reader's language is. */
export interface LetterDraft {
  /** File name without its ending. */
  name: string
  /** The letterhead's first line: the office that writes. */
  from: string
  /** Nomor, Sifat, Lampiran, Hal. */
  head: [label: string, value: string][]
  place: string
  to: string[]
  parts: LetterPart[]
}

/** What is written in the letter besides what the case tells. */
export interface LetterSaid {
  /** Number and date, once they are known. */
  number?: string | undefined
  date?: string | undefined
  /** Of the request: what is asked besides the form, and the last day of the answer. */
  questions?: string | undefined
  dueDate?: string | undefined
  /** Of the answer: the form, as far as it is filled in. */
  answer?: Partial<Answer> | undefined
}

const fileName = (kind: string, { parcel }: LetterFacts): string =>
  `${kind} - ${parcel}`
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .slice(0, 100)
    .trim()

/**
 * A draft of the letter that asks for clarification (`permintaan`) or of the one that answers it
 * (`jawaban`), with the matter of PMK 120/2024 Ps. 8. An answer goes to whoever asked: the Kanwil, or
 * the Pengelola Barang once its own letter has come.
 */
export function letterOf(
  kind: 'permintaan' | 'jawaban',
  facts: LetterFacts,
  idleCase: IdleCase | undefined,
  said: LetterSaid = {},
): LetterDraft {
  const isRequest = kind === 'permintaan'
  const toPengelola = !isRequest && idleCase?.state === 'bmn-terindikasi-idle'
  const matter = `bidang ${facts.parcel}`
  return {
    name: fileName(isRequest ? 'Permintaan klarifikasi' : 'Jawaban klarifikasi', facts),
    from: isRequest ? facts.kanwil : facts.unit,
    head: [
      ['Nomor', said.number ?? BLANK],
      ['Sifat', 'Segera'],
      ['Lampiran', BLANK],
      [
        'Hal',
        isRequest ? `Permintaan klarifikasi atas ${matter}` : `Jawaban klarifikasi atas ${matter}`,
      ],
    ],
    place: `${BLANK}, ${said.date === undefined ? BLANK : formatDate(said.date, 'id')}`,
    to: isRequest
      ? [`Kepala ${facts.unit}`, 'selaku Kuasa Pengguna Barang']
      : toPengelola
        ? [`Kepala KPKNL ${BLANK}`, 'selaku Pengelola Barang']
        : [`Kepala ${facts.kanwil}`],
    parts: [
      ...(isRequest
        ? requestParts(facts, idleCase, said)
        : answerParts(facts, idleCase, said.answer ?? {}, toPengelola)),
      {
        kind: 'signature',
        office: isRequest ? `Kepala ${facts.kanwil}` : `Kepala ${facts.unit}`,
        name: BLANK,
      },
    ],
  }
}
