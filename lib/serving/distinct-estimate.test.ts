import { expect, it } from 'vitest'
import { DistinctEstimate, hashOf } from './distinct-estimate'

const address = (number: number) => `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`

it.each([10, 1_000, 20_000, 200_000])('is right about %i within a few in a hundred, each seen twice', (count) => {
  const seen = new DistinctEstimate()
  for (let time = 0; time < 2; time += 1)
    for (let one = 0; one < count; one += 1) seen.add(hashOf(`Browser ${one % 7}`), address(one))
  expect(Math.abs(seen.estimate() - count)).toBeLessThanOrEqual(Math.max(1, count * 0.07))
})

it('knows nothing any more when it was told to forget', () => {
  const seen = new DistinctEstimate()
  seen.add(1, 'a')
  seen.forget()
  expect(seen.estimate()).toBe(0)
})
