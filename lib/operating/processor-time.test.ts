import { expect, it } from 'vitest'
import { growth, timesTheWork } from './processor-time'

/** Steps that no compiler leaves out. */
function count(steps: number): number {
  let sum = 0
  for (let step = 0; step < steps; step += 1) sum = (sum + Math.imul(step, 31)) | 0
  return sum
}

it('tells work in proportion to a length from work in proportion to its square', async () => {
  expect(await growth((text) => count(text.length * 1000), 'a', 8000, 3)).toBeLessThan(3)
  expect(await growth((text) => count(text.length ** 2), 'a', 8000, 3)).toBeGreaterThan(3)
})

it('says how many times as much one work is as another', async () => {
  expect(
    await timesTheWork(
      () => count(40e6),
      () => count(1e6),
      3,
    ),
  ).toBeGreaterThan(3)
  expect(
    await timesTheWork(
      () => count(4e6),
      () => count(4e6),
      3,
    ),
  ).toBeLessThan(3)
})
