import { AsyncLocalStorage } from 'node:async_hooks'
import { processWide } from '../process-wide'
import type { ChangeKey } from '../write'

/** What is noted down while one page renders. */
export type RenderScope = {
  /** Everything the page read. */
  reads: Set<ChangeKey>
  /** The status the page asked for, where that is not 200. */
  status: 404 | 410 | null
  /** The article that the page is, for counting its readers; null for every other page. */
  article: number | null
  /** When the bytes stop being true, in milliseconds since 1970. */
  expiresAt: number
  /** Nothing that was remembered may be used: what is rendered is held against what readers are sent. */
  isAnew: boolean
}

const scopes = processWide('render-scopes', () => new AsyncLocalStorage<RenderScope>())

type PrivateScope = {
  status: 404 | 410 | null
  /** What the pictures of a preview are fetched with; null where pictures are everyone's. */
  previewKey: string | null
}

const privateAnswers = processWide('private-answers', () => new AsyncLocalStorage<PrivateScope>())

/** Makes one person's answer: nothing of it is noted but the status that it asks for. */
export async function inPrivateAnswer<Answer extends { status: number }>(make: () => Promise<Answer>): Promise<Answer> {
  const asked: PrivateScope = { status: null, previewKey: null }
  const answer = await privateAnswers.run(asked, make)
  return asked.status === null ? answer : { ...answer, status: asked.status }
}

/** Runs one rendering, noting down what it reads; outside of it the functions below do nothing. */
export function inRenderScope<Result>(scope: RenderScope, render: () => Result): Result {
  return scopes.run(scope, render)
}

export function newRenderScope({ isAnew = false }: { isAnew?: boolean } = {}): RenderScope {
  return { reads: new Set(), status: null, article: null, expiresAt: Number.POSITIVE_INFINITY, isAnew }
}

/** What the page for everyone that is being rendered has noted so far; null where none is. */
export function renderScope(): RenderScope | null {
  return scopes.getStore() ?? null
}

/**
 * A query that is asked once while one page for everyone renders, however many of its parts need the answer: a page's head
 * and its body ask for the same list. Everywhere else it is asked each time.
 *
 * @param find is told apart by its parameters as JSON; nobody changes what it gives
 */
export function oncePerRendering<Parameters extends unknown[], Result>(
  find: (...parameters: Parameters) => Result,
): (...parameters: Parameters) => Result {
  const answers = new WeakMap<RenderScope, Map<string, Result>>()
  return (...parameters) => {
    const scope = scopes.getStore()
    if (!scope) return find(...parameters)
    const known = answers.get(scope) ?? new Map<string, Result>()
    answers.set(scope, known)
    const asked = JSON.stringify(parameters)
    if (!known.has(asked)) known.set(asked, find(...parameters))
    return known.get(asked) as Result
  }
}

/** Says what a query read. A query that answers from memory must say it again. */
export function reads(...keys: ChangeKey[]): void {
  const scope = scopes.getStore()
  if (!scope) return
  for (const key of keys) scope.reads.add(key)
}

/** Gives the page being rendered a status of its own. Next can say 404 but loses the page's body, and cannot say 410. */
export function answerWith(status: 404 | 410): void {
  const scope = scopes.getStore() ?? privateAnswers.getStore()
  if (scope) scope.status = status
}

/** The status that the page being rendered asked for, or null. */
export function askedStatus(): 404 | 410 | null {
  return scopes.getStore()?.status ?? null
}

/** Says that the page being rendered is an article's own, so that whoever is sent it is counted as its reader. */
export function isPageOf(articleId: number): void {
  const scope = scopes.getStore()
  if (scope) scope.article = articleId
}

/** Says that the page being rendered is a preview: its pictures may be nobody's yet, and are fetched with this key. */
export function previewWith(key: string): void {
  const scope = privateAnswers.getStore()
  if (scope) scope.previewKey = key
}

/** The key of the preview that is being rendered; null on every other page. */
export function previewKey(): string | null {
  return privateAnswers.getStore()?.previewKey ?? null
}

/** Says that what is shown stops being true at a moment: a date line at midnight, an age, a scheduled article. */
export function expiresAt(moment: Date): void {
  const scope = scopes.getStore()
  if (scope) scope.expiresAt = Math.min(scope.expiresAt, moment.getTime())
}

/** Whether a page for everyone is being rendered: one whose scripts need no nonce. */
export function isPublicRendering(): boolean {
  return scopes.getStore() !== undefined
}
