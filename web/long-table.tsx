import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface LongTableProps<T> {
  class: string
  /** Told to a screen reader. */
  caption: string
  /** Cells of the heading row. */
  head: ComponentChildren
  items: readonly T[]
  /** The row of one item, with its key. */
  row: (item: T) => ComponentChildren
  /** Rows to begin with, and to come with each press. */
  first: number
  /** What the button says that brings so many more. */
  more: (count: number) => string
}

/** A table in a card that begins with its first rows and shows more when asked; paper has them all. */
export function LongTable<T>(props: LongTableProps<T>) {
  const { items, first } = props
  const [most, setMost] = useState(first)
  useEffect(() => {
    const showAll = () => setMost(Infinity)
    addEventListener('beforeprint', showAll)
    return () => removeEventListener('beforeprint', showAll)
  }, [])
  const rest = items.length - most
  return (
    <>
      <div class="card flush">
        <table class={props.class}>
          <caption class="visually-hidden">{props.caption}</caption>
          <thead>
            <tr>{props.head}</tr>
          </thead>
          <tbody>{items.slice(0, most).map(props.row)}</tbody>
        </table>
      </div>
      {rest > 0 && (
        <p class="no-print">
          <button type="button" class="button" onClick={() => setMost(most + first)}>
            {props.more(Math.min(rest, first))}
          </button>
        </p>
      )}
    </>
  )
}
