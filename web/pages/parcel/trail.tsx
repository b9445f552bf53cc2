/** Replaced by the page itself. */
export function TrailPage() {
  return <h1>TrailPage</h1>
}
