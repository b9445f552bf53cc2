import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface SectionProps {
  title: string
  children: ComponentChildren
  /** Beside the title, such as a count. */
  aside?: ComponentChildren
  class?: string
}

/** A titled card of the parcel's page. */
export function Section({ title, children, aside, class: more = '' }: SectionProps) {
  const id = useId()
  return (
    <section class={`card parcel-section ${more}`} aria-labelledby={id}>
      <div class="row spread">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** Label and value lines; those without a value are left out. */
export function Facts({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }) {
  const told = rows.filter(([, value]) => value !== undefined && value !== null && value !== '')
  if (told.length === 0) return null
  return (
    <dl class="facts">
      {told.map(([label, value]) => (
        <div key={label}>
          <dt class="quiet">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
