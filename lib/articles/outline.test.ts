import { describe, expect, it } from 'vitest'
import type { ArticleBody, Block } from './article-body'
import { contentsOf, outlineOf } from './outline'

const heading = (text: string, level: 2 | 3 = 2): Block => ({
  type: 'heading',
  attrs: { level },
  content: text ? [{ type: 'text', text }] : [],
})
const body = (...content: Block[]): ArticleBody => ({ type: 'doc', content })
const idsOf = (...texts: string[]) => outlineOf(body(...texts.map((text) => heading(text)))).entries.map(({ id }) => id)

describe('outlineOf', () => {
  it('finds a heading under its words', () => {
    expect(outlineOf(body(heading('What the papers say'))).entries).toEqual([
      { id: 'what-the-papers-say', text: 'What the papers say', level: 2 },
    ])
  })

  it('counts words that were said before', () => {
    expect(idsOf('Why', 'Why', 'Why 2', 'Why')).toEqual(['why', 'why-2', 'why-2-2', 'why-3'])
  })

  it('gives every heading an id of its own, whatever the headings say', () => {
    const ids = idsOf('A', 'A-2', 'A', 'A', 'A 3', 'A-2', '…', '', '—', 'Part', 'A 2 2', 'A 2')
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('leaves the ids of the page around the text alone', () => {
    expect(idsOf('Comments', 'Main', 'Key points', 'Comment 12', 'Related')).toEqual([
      ...['comments-2', 'main-2', 'key-points-2', 'comment-12-2', 'related-2'],
    ])
  })

  it('finds headings inside lists and quotations', () => {
    const list: Block = { type: 'bulletList', content: [{ type: 'listItem', content: [heading('Inside')] }] }
    const quote: Block = { type: 'blockquote', content: [heading('Inside')] }
    expect(outlineOf(body(list, quote)).entries.map(({ id }) => id)).toEqual(['inside', 'inside-2'])
  })

  it('lifts what has nothing above it, and leaves what has', () => {
    const levels = (...given: (2 | 3)[]) =>
      outlineOf(body(...given.map((level, index) => heading(`H ${index}`, level)))).entries.map(({ level }) => level)
    expect(levels(3, 3, 3)).toEqual([2, 2, 2])
    expect(levels(3, 2, 3, 2)).toEqual([2, 2, 3, 2])
    expect(levels(2, 3, 3, 2, 3)).toEqual([2, 3, 3, 2, 3])
  })

  it('lets ids begin with a letter', () => {
    expect(idsOf('2026 in numbers', '…', '42')).toEqual(['part-2026-in-numbers', 'part', 'part-42'])
  })

  it('leaves out a heading without words', () => {
    const silent = heading('')
    expect(outlineOf(body(silent)).placeOf.has(silent)).toBe(false)
  })

  it('takes ten thousand headings that say the same', () => {
    expect(new Set(idsOf(...Array.from({ length: 10_000 }, () => 'Same'))).size).toBe(10_000)
  })

  it('keeps the letters of other scripts', () => {
    expect(idsOf('ما نعرفه', '洪水')).toEqual(['ما-نعرفه', '洪水'])
  })
})

describe('contentsOf', () => {
  it('lists four headings and more, not three', () => {
    const outline = (count: number) => outlineOf(body(...Array.from({ length: count }, (_, i) => heading(`H ${i}`))))
    expect(contentsOf(outline(3))).toEqual([])
    expect(contentsOf(outline(4))).toHaveLength(4)
  })

  it('does not list a heading without words', () => {
    expect(outlineOf(body(heading(''))).entries).toEqual([])
  })
})
