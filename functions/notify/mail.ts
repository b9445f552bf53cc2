/** One mail, plain text. */
export interface Letter {
  /** The same for the same digest, however often it is sent. */
  id: string
  to: string
  /** Plain date of the digest. */
  day: string
  subject: string
  text: string
}

/** Carries letters: SES on AWS, a folder locally. */
export interface Mail {
  /**
   * Send a letter; `unclear` when nobody can say whether it left.
   * @throws Error when it certainly did not
   */
  send: (letter: Letter) => Promise<'sent' | 'unclear'>
  /** Whether sending the same letter again leaves one letter alone. */
  isRepeatable: boolean
}
