import { waitInWords } from '../people/account-limits'
import type { Refusal } from '../people/form-response'

/** What somebody asked of a conversation cannot be done; the words are for them. */
export class CommentRefused extends Error {
  readonly refusal: Refusal

  constructor(status: Refusal['status'], words: string, field?: string, retryAfter?: number) {
    super(words)
    this.name = 'CommentRefused'
    this.refusal = { status, problems: [{ field, words }], retryAfter }
  }
}

/** @throws {CommentRefused} when there is something to wait for */
export function refuseTooMany(seconds: number, words: string): void {
  if (seconds > 0) throw new CommentRefused(429, `${words} Wait ${waitInWords(seconds)}.`, undefined, seconds)
}
