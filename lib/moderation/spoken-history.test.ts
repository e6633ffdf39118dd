import { expect, it } from 'vitest'
import { chanceOf } from '../articles/merge/random-edits'
import { timesTheWork } from '../operating/processor-time'
import { type Said, SpokenHistory } from './spoken-history'

const HOUR = 3_600_000
const STATES = ['approved', 'approved', 'pending', 'rejected', 'spam']

function talk(count: number, seed = 7): Said[] {
  const chance = chanceOf(seed)
  let at = 0
  return Array.from({ length: count }, (_, id) => {
    at += chance.below(3) * 60_000
    return { id, at, state: chance.pick(STATES), words: `words ${chance.below(12)}` }
  })
}

/** The same, by looking through everything that was said before. */
function lookedThrough(said: Said[], id: number, since: number) {
  const one = said.find((each) => each.id === id) as Said
  const earlier = said.filter((each) => each.at < one.at || (each.at === one.at && each.id < id))
  const lately = earlier.filter(({ at }) => at > since)
  const decided = lately.filter(({ state }) => state !== 'pending')
  return {
    posted: lately.map(({ at }) => at).sort((a, b) => b - a),
    hadSaid: lately.some(({ words }) => words === one.words),
    record: {
      approved: earlier.filter(({ state }) => state === 'approved').length,
      recent: decided.length,
      recentlyRejected: decided.filter(({ state }) => state !== 'approved').length,
    },
  }
}

it('knows what was said before a comment, for any span', () => {
  const said = talk(200)
  const history = new SpokenHistory([...said].reverse())
  for (const { id, at } of said) {
    for (const span of [0, 60_000, HOUR, 1000 * HOUR]) {
      const since = at - span
      const found = {
        posted: history.postedSince(id, since).map((date) => date.getTime()),
        hadSaid: history.hadSaidSince(id, since),
        record: history.recordSince(id, since),
      }
      expect(found, `${id} ${span}`).toEqual(lookedThrough(said, id, since))
    }
  }
})

it('knows nothing of whoever said nothing', () => {
  const history = new SpokenHistory([])
  expect(history.postedSince(1, 0)).toEqual([])
  expect(history.hadSaidSince(1, 0)).toBe(false)
  expect(history.recordSince(1, 0)).toEqual({ approved: 0, recent: 0, recentlyRejected: 0 })
})

it('takes time in proportion to what somebody said', async () => {
  const ask = (said: Said[]) => {
    const history = new SpokenHistory(said)
    for (const { id, at } of said) {
      history.postedSince(id, at - HOUR)
      history.hadSaidSince(id, at - 1000 * HOUR)
      history.recordSince(id, at - 1000 * HOUR)
    }
  }
  const [much, parts] = [talk(16_000), Array.from({ length: 8 }, (_, part) => talk(2_000, part))]
  const inParts = () => {
    for (const part of parts) ask(part)
  }
  expect(await timesTheWork(() => ask(much), inParts, 3)).toBeLessThan(3)
})
