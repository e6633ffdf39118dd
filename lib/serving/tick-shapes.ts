import { executionAsyncResource } from 'node:async_hooks'
import { processWide } from '../process-wide'

const kept = processWide('tick-shapes', () => new Set<object>())

/**
 * Keeps alive what Node.js notes for each `process.nextTick`, one of every kind, for as long as the process lives.
 *
 * V8 forgets the shape of such a note when a collection of garbage finds none in memory, as it does in a server that is
 * idle for a moment. The code that makes them, several times for every answer, then learns the shape anew; having learnt
 * it a few times it gives up, and from then on each note takes the slow way: a third of what a kept page costs, until
 * the process ends. Measured with Node.js 20.20, see docs/decisions/002.
 */
export function keepTickShapes(): void {
  process.nextTick(() => kept.add(executionAsyncResource()))
  process.nextTick(() => kept.add(executionAsyncResource()), null)
}
