import { observable, useObservable } from './observable.ts'

const announced = observable({ text: '', turn: 0 })

/** Have a screen reader say `text` when it has finished what it is saying. */
export function announce(text: string): void {
  announced.set({ text, turn: announced.get().turn + 1 })
}

/** The place that announcements are read from; it stands once on the page. */
export function LiveRegion() {
  const { text, turn } = useObservable(announced)
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      <span key={turn}>{text}</span>
    </div>
  )
}
