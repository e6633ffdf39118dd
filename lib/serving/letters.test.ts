import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withLetters } from './letters'

const page = (text: string) => `<!DOCTYPE html><html lang="en"><head><title>a</title></head><body>${text}</body></html>`
const styles = '<link rel="stylesheet" href="/reader/letters.css"/>'

describe('withLetters', () => {
  it.each(['It’s “plain” – or not…', 'Zoë ate a crème brûlée in Köln for £4 · €5', 'مرحبا', '日本語', ''])(
    'leaves %j alone',
    (text) => expect(withLetters(page(text))).toBe(page(text)),
  )

  it.each(['Łódź', 'École', 'Ærø', '½', 'Ağrı', 'Đặng', 'a → b', '5 − 3'])('asks for the faces of %j', (text) =>
    expect(withLetters(page(text))).toBe(page(text).replace('</head>', `${styles}</head>`)),
  )

  it('knows every letter that those faces have', () => {
    const css = readFileSync(new URL('../../public/reader/letters.css', import.meta.url), 'utf8')
    const ranges = [...css.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, first = '', last = first]) =>
      [first, last].map((code) => Number.parseInt(code, 16)),
    )
    expect(ranges.length).toBeGreaterThan(20)
    for (const [first = 0, last = 0] of ranges)
      for (const code of [first, last])
        expect(withLetters(page(String.fromCodePoint(code))), `${code}`).toContain(styles)
  })
})
