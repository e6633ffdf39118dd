import { AsyncLocalStorage } from 'node:async_hooks'
import { processWide } from '../process-wide'
import type { Captured, WholeRequest } from './captured-response'

/**
 * A form that cannot be taken is shown again at once, in the answer to the POST that sent it: with the status that is
 * true (422, 429…), what is wrong, and what was typed. Nothing of it is kept between two requests.
 */

export type Problem = {
  /** The id of the field that it is about; none for the form as a whole. */
  field?: string
  words: string
}

/** What a form is shown again with. */
export type Told = { problems: Problem[]; values: Record<string, string> }

type Scope = {
  /** The page to show in the place of the answer. */
  page: string | null
  told: Told | null
}

type Replay = (request: WholeRequest) => Promise<Captured>

const scopes = processWide('form-scopes', () => new AsyncLocalStorage<Scope>())

/** Asks that the answer's body be a page of ours, which is told what is wrong. Status and headers stay the answer's. */
export function showInstead(page: string, told: Told): void {
  const scope = scopes.getStore()
  if (scope) Object.assign(scope, { page, told })
}

/** What the form on the page being rendered is shown again with; null when it is shown for the first time. */
export function told(): Told | null {
  return scopes.getStore()?.told ?? null
}

const KEPT = ['retry-after', 'set-cookie', 'allow']
const OF_THE_BODY = new Set(['content-type', 'content-length', 'content-encoding'])

/** Has a request answered; where a form is to be shown again, with the page that shows it. */
export async function answerWithForms(replay: Replay, request: WholeRequest): Promise<Captured> {
  const scope: Scope = { page: null, told: null }
  const answer = await scopes.run(scope, () => replay(request))
  if (scope.page === null) return answer
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !OF_THE_BODY.has(name)))
  const asked = { method: 'GET', url: scope.page, headers, body: new Uint8Array() }
  const shown = await scopes.run({ page: null, told: scope.told }, () => replay(asked))
  const kept = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => KEPT.includes(name)))
  return { status: answer.status, headers: { ...shown.headers, ...kept }, body: shown.body }
}
