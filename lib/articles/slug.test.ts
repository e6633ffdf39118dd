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

  it('makes what isSlug accepts', () => {
    for (const text of ['Ágnes’ Café', '東京の天気', 'हिन्दी समाचार', 'ไทย']) expect(isSlug(slugFrom(text))).toBe(true)
  })
})

describe('isSlug', () => {
  it.each(['', 'Two', 'a--b', '-a', 'a-', 'a b', 'a/b', 'a.xml', 'x'.repeat(101)])('refuses %j', (text) => {
    expect(isSlug(text)).toBe(false)
  })
})
