import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { announce } from '../../../live.tsx'
import { grantForm as words } from '../../../messages/grant-form.ts'
import { say } from '../../../messages/phrase.ts'
import { NoteAt, useDesk, useValue } from '../form.tsx'
import { fieldId } from '../places.ts'

interface RowsProps<T> {
  at: string
  title: string
  /** Explains the section; stands under its title. */
  lead?: ComponentChildren
  none: string
  add: string
  /** What one row is called, and its one-line summary. */
  nameOf: (n: number) => string
  summaryOf: (row: T) => string
  /** What a new row starts with. */
  fresh: T
  children: (pointer: string, row: T) => ComponentChildren
}

/** Entries of a list, each folded to one line, with a way to add, remove and take back a removal. */
export function Rows<T>(props: RowsProps<T>) {
  const { at, title, lead, none, add, nameOf, summaryOf, fresh, children } = props
  const desk = useDesk()
  const rows = useValue<T[]>(at) ?? []
  const [removed, setRemoved] = useState<{ row: T; place: number }>()
  const [opened, setOpened] = useState<number>()

  const put = (next: T[]) => desk.change(at, next.length ? next : undefined)
  const append = () => {
    setOpened(rows.length)
    put([...rows, fresh])
    const id = fieldId(`${at}/${rows.length}`)
    setTimeout(() => document.getElementById(id)?.focus(), 0) // once it is drawn
  }
  const remove = (place: number) => {
    const row = rows[place]
    if (row === undefined) return
    setRemoved({ row, place })
    put(rows.filter((_, other) => other !== place))
    announce(say(words.removed(nameOf(place + 1))))
  }
  const bringBack = () => {
    if (!removed) return
    put([...rows.slice(0, removed.place), removed.row, ...rows.slice(removed.place)])
    setRemoved(undefined)
  }

  return (
    <section class="stack" aria-labelledby={`${fieldId(at)}-title`}>
      <div>
        <h2 id={`${fieldId(at)}-title`}>{title}</h2>
        {lead}
      </div>
      <NoteAt at={at} />
      {rows.length === 0 && <p class="quiet">{none}</p>}
      {rows.length > 0 && (
        <div class="folds">
          {rows.map((row, place) => (
            <details class="fold" key={place} open={place === opened}>
              <summary id={fieldId(`${at}/${place}`)}>
                <span class="fold-title">{nameOf(place + 1)}</span>
                <span class="fold-state small">{summaryOf(row)}</span>
              </summary>
              <div class="stack">
                <NoteAt at={`${at}/${place}`} />
                {children(`${at}/${place}`, row)}
                <button
                  type="button"
                  class="button danger self-start"
                  onClick={() => remove(place)}
                >
                  {say(words.remove)}
                  <span class="visually-hidden"> {nameOf(place + 1)}</span>
                </button>
              </div>
            </details>
          ))}
        </div>
      )}
      {removed && (
        <p class="notice small">
          <span>
            {say(words.removed(nameOf(removed.place + 1)))}{' '}
            <button type="button" class="link-button" onClick={bringBack}>
              {say(words.undo)}
            </button>
          </span>
        </p>
      )}
      <button type="button" id={fieldId(at)} class="button self-start" onClick={append}>
        {add}
      </button>
    </section>
  )
}
