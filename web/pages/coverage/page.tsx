/** Replaced by the page itself. */
export function CoveragePage() {
  return <h1>CoveragePage</h1>
}
