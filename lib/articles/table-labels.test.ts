import { expect, it } from 'vitest'
import type { Block } from './article-body'
import { tableLabels } from './table-labels'

const table = (caption = ''): Block => ({
  type: 'table',
  attrs: { caption },
  content: [{ type: 'tableRow', content: [] }],
})
const labels = (...content: Block[]) => [...tableLabels({ type: 'doc', content }).values()]

it('calls a table by its caption, and numbers those that would be called the same', () => {
  expect(labels(table())).toEqual(['Table'])
  expect(labels(table('Tides'), table(), table('Wind'), table())).toEqual(['Tides', 'Table 1', 'Wind', 'Table 2'])
  expect(labels(table('Tides'), table('Tides'))).toEqual(['Tides 1', 'Tides 2'])
})

it('finds tables in quotations and lists', () => {
  const list: Block = { type: 'bulletList', content: [{ type: 'listItem', content: [table('In a list')] }] }
  expect(labels({ type: 'blockquote', content: [table('Quoted'), list] })).toEqual(['Quoted', 'In a list'])
})
