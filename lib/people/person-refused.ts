/** What was asked of an account cannot be done; the words say why, and what to do. */
export class PersonRefused extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'PersonRefused'
  }
}
