/** Replaced by the page itself. */
export function ParcelPage() {
  return <h1>ParcelPage</h1>
}
