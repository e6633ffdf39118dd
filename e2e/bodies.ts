import type { Block } from '@/lib/articles/article-body'

/** Blocks of a body as tests write them. */
export const text = (words: string) => [{ type: 'text' as const, text: words }]
export const paragraph = (words: string): Block => ({ type: 'paragraph', content: text(words) })
export const heading = (words: string, level: 2 | 3 = 2): Block => ({
  type: 'heading',
  attrs: { level },
  content: text(words),
})
export const bodyOf = (...content: Block[]) => ({ type: 'doc' as const, content })
/** A body of nothing but paragraphs. */
export const inWords = (...paragraphs: string[]) => bodyOf(...paragraphs.map(paragraph))
export const picture = (media: number, alt: string, caption = '') => ({ media, alt, caption, credit: 'Lena Ortiz' })
