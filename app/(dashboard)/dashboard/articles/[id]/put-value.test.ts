import { expect, it } from 'vitest'
import { caretAfter } from './put-value'

it.each([
  ['I type| here', 'I type here and there', 6],
  ['I type| here', 'Now I type here', 10],
  ['I type here|', 'I type', 6],
  ['|I type', 'Now I type', 0],
  ['I type|', 'I type on', 6],
])('%j, made %j, has its caret at %i', (before, after, expected) => {
  expect(caretAfter(before.replace('|', ''), after, before.indexOf('|'))).toBe(expected)
})
