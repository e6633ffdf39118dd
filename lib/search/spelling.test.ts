import { expect, it } from 'vitest'
import { isOneSlip, spellingsOf } from './spelling'

it.each([
  ['harbour', 'harbor', true],
  ['harbor', 'harbour', true],
  ['bridge', 'brigde', true],
  ['vote', 'note', true],
  ['vote', 'vote', false],
  ['vote', 'moat', false],
  ['bridge', 'bigrde', false],
  ['a', '', true],
  ['😀a', '😀b', true],
])('%s and %s are one slip apart: %s', (left, right, expected) => {
  expect(isOneSlip(left, right)).toBe(expected)
})

it('notes two words that are a slip apart under a spelling in common', () => {
  for (const [left, right] of [
    ['harbour', 'harbor'],
    ['bridge', 'brigde'],
    ['votes', 'notes'],
  ] as const) {
    const known = new Set(spellingsOf(left).map(([spelling]) => spelling))
    expect(spellingsOf(right).some(([spelling]) => known.has(spelling))).toBe(true)
  }
})

it('notes no word that is too short, too long, or not spelled with letters', () => {
  for (const word of ['the', 'x'.repeat(33), '2026', 'covid19', '大阪', 'สะพาน']) expect(spellingsOf(word)).toEqual([])
  expect(spellingsOf('vote').map(([spelling]) => spelling)).toEqual(['vote', 'ote', 'vte', 'voe', 'vot'])
})
