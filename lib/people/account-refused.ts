import type { Problem } from '../serving/form-answers'
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

/**
 * Reads the fields of a form, each by itself.
 *
 * @throws {AccountRefused} with everything that is wrong with any of them
 */
export async function together<Read>(fields: { [Name in keyof Read]: () => Read[Name] | Promise<Read[Name]> }) {
  const values: Partial<Read> = {}
  const problems: Problem[] = []
  for (const name of Object.keys(fields) as (keyof Read)[]) {
    try {
      values[name] = await fields[name]()
    } catch (error) {
      if (!(error instanceof AccountRefused) || error.refusal.status !== 422) throw error
      problems.push(...error.refusal.problems)
    }
  }
  if (problems.length > 0) throw new AccountRefused({ status: 422, problems })
  return values as Read
}

/** @throws {AccountRefused} when there is something to wait for */
export function refuseTooMany(seconds: number, field?: string): void {
  if (seconds > 0) throw new AccountRefused(tooMany(seconds, field))
}

/** That there were too many attempts, and how long to wait. @param seconds until the next may be made */
export function tooMany(seconds: number, field?: string): Refusal {
  const words = `There were too many attempts. Wait ${waitInWords(seconds)} and try again.`
  return { status: 429, problems: [{ field, words }], retryAfter: seconds }
}
