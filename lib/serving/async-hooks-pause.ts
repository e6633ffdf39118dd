import { AsyncLocalStorage } from 'node:async_hooks'
import { processWide } from '../process-wide'

/**
 * Up to Node.js 22 an AsyncLocalStorage, once entered, makes every asynchronous step of the process call a hook, for
 * ever: a quarter of what a kept page costs. While nobody is inside one, as is nearly always the case, they are switched
 * off; entering one switches it on again by itself. From Node.js 24 on contexts cost nothing and this does nothing.
 */

type Run = typeof AsyncLocalStorage.prototype.run

const state = processWide('async-hooks', () => ({
  inside: 0,
  entered: new Set<AsyncLocalStorage<unknown>>(),
  isWatched: false,
}))

/** Begins to watch who is inside a storage. Comes before anything that enters one. */
export function pauseAsyncHooks(): void {
  if (state.isWatched || Number(process.versions.node.split('.')[0]) >= 24) return
  state.isWatched = true
  const run = AsyncLocalStorage.prototype.run as (...parameters: unknown[]) => unknown
  AsyncLocalStorage.prototype.run = function watched(this: AsyncLocalStorage<unknown>, ...parameters: unknown[]) {
    state.entered.add(this)
    return stayInside(() => run.apply(this, parameters))
  } as Run
}

/**
 * Keeps the hooks on while something runs that may still be inside a storage after it returned: a response that is being
 * streamed.
 */
export function stayInside<Result>(work: () => Result): Result {
  state.inside += 1
  let result: Result
  try {
    result = work()
  } catch (error) {
    leave()
    throw error
  }
  if (isPromise(result)) result.then(leave, leave)
  else leave()
  return result
}

function leave(): void {
  state.inside -= 1
  if (state.inside === 0 && state.entered.size > 0) setImmediate(switchOff)
}

function switchOff(): void {
  if (state.inside > 0) return
  for (const storage of state.entered) storage.disable()
  state.entered.clear()
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null)?.then === 'function'
}
