import { expect, it } from 'vitest'
import type { ArticleBody } from './article-body'
import { countWords, readingMinutes } from './reading-time'

const body = (text: string): ArticleBody => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

it('counts words, not dashes', () => {
  expect(countWords(body('One – two, three.'), 'en')).toBe(3)
})

it('counts words where none are parted by spaces', () => {
  expect(countWords(body('今日は天気がいい'), 'ja')).toBeGreaterThan(2)
})

it.each(['zh-', 'zh_CN', 'ja-JP', 'ZH'])('takes %s for a language without spaces', (language) => {
  expect(countWords(body('今日は天気がいい'), language)).toBeGreaterThan(2)
})

it('counts a megabyte that is parted by nothing', () => {
  expect(countWords(body('今日は天気'.repeat(70_000)), 'ja')).toBe(210_000)
})

it('counts nothing in nothing', () => {
  expect(countWords({ type: 'doc', content: [] }, 'en')).toBe(0)
})

it.each([
  [0, 1],
  [200, 1],
  [1610, 7],
])('takes %i words for %i minutes', (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes)
})
