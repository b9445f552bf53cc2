/** Replaced by the page itself. */
export function MapPage() {
  return <h1>MapPage</h1>
}
