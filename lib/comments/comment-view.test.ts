import { describe, expect, it } from 'vitest'
import { canonicalView, isFirstView, queryOf, readView } from './comment-view'

const canonical = (query: string) => {
  const given = new URLSearchParams(query)
  return canonicalView((name) => given.get(name))
}

describe('the query of an article’s address', () => {
  it.each([
    ['', ''],
    ['sort=oldest&cpage=1', ''],
    ['cpage=2&sort=newest', '?sort=newest&cpage=2'],
    ['comment=7&sort=newest&cpage=3&thread=4', '?comment=7'],
    ['thread=4&cpage=2&picks=1', '?thread=4&cpage=2'],
    ['picks=1&sort=newest', '?picks=1'],
    ['sort=likes&cpage=-1&comment=x&thread=0&utm=1', ''],
    ['cpage=1e3&comment=99999999999999999999', ''],
  ])('%j is %j', (given, expected) => expect(canonical(given)).toBe(expected))

  it('is empty for the first view alone', () => {
    expect(isFirstView(readView(() => null))).toBe(true)
    expect(isFirstView(readView((name) => (name === 'cpage' ? '2' : null)))).toBe(false)
    expect(queryOf({ thread: 3 })).toBe('?thread=3')
  })
})
