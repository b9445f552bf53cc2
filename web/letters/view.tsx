import type { LetterDraft, LetterPart } from '../../functions/domain/letters.ts'
import './letter.css'

/** A draft of a letter as it will be printed. Letters are in Indonesian, whatever the page speaks. */
export function LetterView({ draft }: { draft: LetterDraft }) {
  const { from, head, place, to, parts } = draft
  return (
    <article class="letter" lang="id">
      <p class="letter-from">{from}</p>
      <p class="letter-place">{place}</p>
      <dl class="letter-head">
        {head.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>: {value}</dd>
          </div>
        ))}
      </dl>
      <p>
        Yth.
        {to.map((text) => (
          <span key={text} class="letter-to">
            {text}
          </span>
        ))}
      </p>
      {parts.map((part, i) => (
        <Part key={i} part={part} />
      ))}
    </article>
  )
}

function Part({ part }: { part: LetterPart }) {
  if (part.kind === 'paragraph') return <p>{part.text}</p>
  if (part.kind === 'list')
    return (
      <ol class="letter-list">
        {part.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
    )
  if (part.kind === 'signature')
    return (
      <p class="letter-signature">
        {part.office}
        <span>{part.name}</span>
      </p>
    )
  const [first, ...rest] = part.rows
  const rows = part.head ? rest : part.rows
  return (
    <table class="letter-table">
      {part.head && first && (
        <thead>
          <tr>
            {first.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join()}>
            {cells.map((text, i) => (
              <td key={i}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
