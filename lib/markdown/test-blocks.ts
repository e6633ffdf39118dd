import { expect } from 'vitest'
import type { Block, Inline, Mark } from '../articles/article-body'
import { parseArticleMarkdown } from '../importing/article-markdown'
import { writeMarkdown } from './markdown-writer'

/** Blocks as tests write them, and what comes back of them. */

export const text = (words: string, ...marks: (Mark['type'] | Mark)[]): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark) as Mark) }),
})
export const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
export const words = (line: string): Block => paragraph(text(line))
export const link = (href: string): Mark => ({ type: 'link', attrs: { href } })

/** What is read of blocks that were written as Markdown. */
export function readBack(content: Block[]): Block[] {
  const markdown = writeMarkdown({ type: 'doc', content }, (id) => `media/${id}.jpg`)
  const article = parseArticleMarkdown(`---\nheadline: H\n---\n${markdown}\n`)
  expect(article.problems, markdown).toEqual([])
  return article.body.content
}
