/** Why the registry cannot run here, in one line that says what to do. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
}
