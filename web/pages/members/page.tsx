/** Replaced by the page itself. */
export function MembersPage() {
  return <h1>MembersPage</h1>
}
