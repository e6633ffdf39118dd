import { expect, it } from 'vitest'
import { countWords } from './list-page'

it.each([
  [{ page: 1, pages: 1, total: 1 }, '1 result'],
  [{ page: 1, pages: 62, total: 1240 }, '1,240 results'],
  [{ page: 2, pages: 62, total: 1240 }, '1,240 results, page 2 of 62'],
  [{ page: 1, pages: 100, total: 2000, isMore: true }, 'More than 2,000 results'],
  [{ page: 3, pages: 100, total: 2000, isMore: true }, 'More than 2,000 results, page 3 of 100'],
])('%j is told as “%s”', (list, words) => {
  expect(countWords(list, ['result', 'results'])).toBe(words)
})
