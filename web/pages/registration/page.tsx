/** Replaced by the page itself. */
export function RegistrationPage() {
  return <h1>RegistrationPage</h1>
}
