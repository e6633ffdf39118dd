import { expect, it } from 'vitest'
import { chanceOf, randomContent, randomEdit, writerOf } from './random-edits'
import { canonical, isSame } from './sameness'

const same: [unknown, unknown][] = [
  [{ type: 'doc', content: [] }, { type: 'doc' }],
  [{ attrs: { id: 'a' } }, {}],
  [{ attrs: { id: 'a', level: 2 } }, { attrs: { level: 2 } }],
  [{ marks: [{ type: 'bold' }, { type: 'italic' }] }, { marks: [{ type: 'italic' }, { type: 'bold' }] }],
  [{ one: null }, { two: undefined }],
]
const other: [unknown, unknown][] = [
  [{ attrs: { level: 2 } }, {}],
  [{ content: ['a'] }, { content: ['a', 'b'] }],
  [{ text: 'a' }, { text: 'b' }],
  [['a'], { 0: 'a' }],
  [{ text: '' }, {}],
  [1, '1'],
]

it.each(same)('%j says the same as %j', (left, right) => {
  expect([isSame(left, right), isSame(right, left), canonical(left) === canonical(right)]).toEqual([true, true, true])
})

it.each(other)('%j says something else than %j', (left, right) => {
  expect([isSame(left, right), isSame(right, left), canonical(left) === canonical(right)]).toEqual([
    false,
    false,
    false,
  ])
})

it('is a question of the spelling, whatever was edited', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const chance = chanceOf(seed)
    const content = randomContent(chance, writerOf('w'))
    const edited = randomEdit(content, chance, writerOf('e'))
    expect(isSame(content, edited), `${seed}`).toBe(canonical(content) === canonical(edited))
    expect(isSame(content, structuredClone(content))).toBe(true)
  }
})
