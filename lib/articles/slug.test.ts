import { describe, expect, it } from 'vitest'
import { isSlug, slugFrom } from './slug'

describe('slugFrom', () => {
  it.each([
    ['Ministers knew of flood risk', 'ministers-knew-of-flood-risk'],
    ['Kim Jong Un in Russia: the North Korean leader’s trip', 'kim-jong-un-in-russia-the-north-korean-leaders-trip'],
    ['Über Straßen & Øen', 'uber-strassen-oen'],
    ['Æther, Łódź, ınce', 'aether-lodz-ince'],
    ['Москва и область', 'moskva-i-oblast'],
    ['Αθήνα σήμερα', 'athina-simera'],
    ['東京の天気', '東京の天気'],
    ['أخبار اليوم', 'أخبار-اليوم'],
    ['İstanbul’da kış', 'istanbulda-kis'],
    ['❤️ love', 'love'],
    ['x̂ Donau\u00addampf', 'x-donaudampf'],
    ['Ђоковић і Ўладзімір', 'djokovic-i-uladzimir'],
    ['Ａｂｃ №５', 'abc-no5'],
    ['  —  ', ''],
    ['', ''],
    ['C++ & 3.5%', 'c-3-5'],
  ])('makes %j into %j', (text, slug) => {
    expect(slugFrom(text)).toBe(slug)
  })

  it('cuts between words, at most 80 characters', () => {
    const slug = slugFrom('word '.repeat(50))
    expect(slug.length).toBeLessThanOrEqual(80)
    expect(slug.endsWith('word')).toBe(true)
  })

  it('cuts one endless word inside it', () => {
    expect(slugFrom('x'.repeat(500))).toBe('x'.repeat(80))
  })

  it('cuts no character in two', () => {
    expect(isSlug(slugFrom(`x${'𐌰'.repeat(90)}`))).toBe(true)
  })

  it('takes megabytes in its stride', () => {
    expect(slugFrom('\u0301\u0316'.repeat(2_500_000))).toBe('')
    expect(slugFrom(`A flood ${'—'.repeat(5_000_000)}`)).toBe('a-flood')
  })

  it('makes what isSlug accepts', () => {
    for (const text of ['Ágnes’ Café', '東京の天気', 'हिन्दी समाचार', 'ไทย']) expect(isSlug(slugFrom(text))).toBe(true)
  })
})

describe('isSlug', () => {
  it.each(['', 'Two', 'a--b', '-a', 'a-', 'a b', 'a/b', 'a.xml', 'x'.repeat(101), '\uFE0F', 'e\u0301'])(
    'refuses %j',
    (text) => {
      expect(isSlug(text)).toBe(false)
    },
  )
})

it('never holds a point, so that no article takes the address of a feed', () => {
  for (const text of ['feed.xml', 'atom.xml', 'feed.json', 'story.md']) expect(slugFrom(text)).not.toContain('.')
  expect(isSlug('feed.xml')).toBe(false)
})
