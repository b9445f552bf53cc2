import {
  AlignmentType,
  BorderStyle,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { LetterDraft, LetterPart } from '../../functions/domain/letters.ts'

const FONT = 'Arial'
const SIZE = 22 // half points: 11 pt, as tata naskah dinas asks of letters
const AFTER = 120 // twentieths of a point
const MARGIN = 1440 // twips: 2.54 cm
const WIDTH = 9026 // twips of A4 between the margins

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_BORDERS = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

const line = (text: string, more: object = {}) =>
  new Paragraph({ spacing: { after: AFTER }, ...more, children: [new TextRun(text)] })

const cell = (text: string, width: number, isHead = false) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: text
      .split('\n')
      .map((part) => new Paragraph({ children: [new TextRun({ text: part, bold: isHead })] })),
  })

/** Widths of so many columns: a narrow one for what names, the rest for what is said. */
function widthsOf(columns: number): number[] {
  const first = columns === 2 ? 3000 : 700
  return [first, ...Array.from({ length: columns - 1 }, () => (WIDTH - first) / (columns - 1))].map(
    Math.floor,
  )
}

function table(rows: readonly string[][], hasHead: boolean, hasBorders: boolean): Table {
  const widths = widthsOf(rows[0]?.length ?? 1)
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    ...(!hasBorders && { borders: NO_BORDERS }),
    rows: rows.map(
      (cells, i) =>
        new TableRow({
          tableHeader: hasHead && i === 0,
          children: cells.map((text, j) => cell(text, widths[j] ?? 1000, hasHead && i === 0)),
        }),
    ),
  })
}

function blocksOf(part: LetterPart, list: number): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'paragraph':
      return [line(part.text, { alignment: AlignmentType.JUSTIFIED })]
    case 'list':
      return part.items.map((item) =>
        line(item, { numbering: { reference: 'letters', level: 0, instance: list } }),
      )
    case 'table':
      return [table(part.rows, part.head, true), line('')]
    case 'signature':
      return [part.office, '', '', '', part.name].map((text) =>
        line(text, { indent: { left: WIDTH / 2 }, keepNext: true, keepLines: true }),
      )
  }
}

/** A draft of a letter as a DOCX file, A4, to be completed and signed. */
export function letterDocument({ from, head, place, to, parts }: LetterDraft): Promise<Blob> {
  const document = new Document({
    creator: from,
    styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
    numbering: {
      config: [
        {
          reference: 'letters',
          levels: [
            {
              level: 0,
              format: LevelFormat.LOWER_LETTER,
              text: '%1.',
              style: { paragraph: { indent: { left: 567, hanging: 567 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 4, color: 'auto' } },
            children: [new TextRun({ text: from, bold: true })],
          }),
          line(place, { alignment: AlignmentType.RIGHT }),
          table(
            head.map(([label, value]) => [label, `: ${value}`]),
            false,
            false,
          ),
          line(''),
          line('Yth.'),
          ...to.map((text) => line(text, { spacing: { after: 0 } })),
          line(''),
          ...parts.flatMap((part, i) => blocksOf(part, i)),
        ],
      },
    ],
  })
  return Packer.toBlob(document)
}
