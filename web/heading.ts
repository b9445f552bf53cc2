/**
 * Put the focus at the heading of the page, so that reading and Tab go on there.
 *
 * @returns whether the page has a heading yet; without one the focus is at its content
 */
export function toHeading(): boolean {
  const heading = document.querySelector<HTMLElement>('main h1')
  heading?.setAttribute('tabindex', '-1')
  ;(heading ?? document.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true })
  return heading !== null
}
