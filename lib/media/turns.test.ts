import { expect, it } from 'vitest'
import { Turns } from './turns'

/** Work that goes on until it is told to end. */
function pending() {
  let end: () => void = () => {}
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return { done, end: () => end() }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

it('runs so many at the same time, the others in their order', async () => {
  const turns = new Turns(2)
  const works = [pending(), pending(), pending(), pending()]
  const begun: number[] = []
  const results = works.map((work, index) =>
    turns.take(async () => {
      begun.push(index)
      await work.done
      return index
    }),
  )
  await settle()
  expect(begun).toEqual([0, 1])
  works[1]?.end()
  await settle()
  expect(begun).toEqual([0, 1, 2])
  for (const work of works) work.end()
  expect(await Promise.all(results)).toEqual([0, 1, 2, 3])
})

it('gives the turn on when work fails', async () => {
  const turns = new Turns(1)
  const failing = turns.take(async () => {
    throw new Error('no paper')
  })
  const after = turns.take(async () => 'printed')
  await expect(failing).rejects.toThrow('no paper')
  expect(await after).toBe('printed')
})
