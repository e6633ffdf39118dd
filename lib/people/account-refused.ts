import { waitInWords } from './account-limits'
import type { Refusal } from './form-response'

/** What somebody asked for at the door of their account cannot be done; the words are for them. */
export class AccountRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.problems.map(({ words }) => words).join(' '))
    this.name = 'AccountRefused'
  }
}

/** A field cannot be taken as it is. */
export function wrongField(field: string, words: string): AccountRefused {
  return new AccountRefused({ status: 422, problems: [{ field, words }] })
}

/** @throws {AccountRefused} when there is something to wait for */
export function refuseTooMany(seconds: number, field?: string): void {
  if (seconds === 0) return
  const words = `There were too many attempts. Wait ${waitInWords(seconds)} and try again.`
  throw new AccountRefused({ status: 429, problems: [{ field, words }], retryAfter: seconds })
}
