import { describe, expect, it } from 'vitest'
import type { Block } from '../article-body'
import { blocksOf, patchOf } from './body-patch'

describe('patchOf', () => {
  const block = (id: string, text: string): Block => ({
    type: 'paragraph',
    attrs: { id },
    content: [{ type: 'text', text }],
  })
  const long = Array.from({ length: 400 }, (_, at) => block(`b${at}`, `Paragraph ${at} of a very long article indeed.`))

  it('is short for a change of one word in a long article', () => {
    const changed = long.map((one, at) => (at === 200 ? block('b200', 'Changed.') : one))
    const parts = patchOf(long, changed)
    expect(parts).toEqual([[0, 200], block('b200', 'Changed.'), [201, 400]])
    expect(JSON.stringify(parts).length).toBeLessThan(200)
  })

  it('says moves and removals', () => {
    const moved = [...long.slice(10, 20), ...long.slice(0, 5)]
    const parts = patchOf(long, moved)
    expect(parts).toEqual([
      [10, 20],
      [0, 5],
    ])
    expect(blocksOf(long, { type: 'patch', parts })).toEqual(moved)
  })

  it('is told when it does not fit', () => {
    for (const part of [
      [0, 401],
      [2, 1],
    ] as [number, number][])
      expect(blocksOf(long, { type: 'patch', parts: [part] })).toBeNull()
  })
})
