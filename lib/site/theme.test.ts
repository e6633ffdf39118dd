import { describe, expect, it } from 'vitest'
import { backTo, cookieOf, stylesOf } from './theme'

const SITE = 'https://news.example'

describe('cookieOf', () => {
  it('keeps a choice, and forgets it where the system decides', () => {
    expect(cookieOf('dark', SITE)).toBe('theme=dark; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax; Secure')
    expect(cookieOf('system', 'http://localhost:3000')).toBe('theme=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax')
  })

  it.each([undefined, null, '', 'blue', 'dark; Domain=example', 7])('refuses %j', (choice) => {
    expect(cookieOf(choice, SITE)).toBeNull()
  })
})

describe('stylesOf', () => {
  it('is empty for whatever is no theme', () => {
    expect(stylesOf('dark')).toBe(':root{color-scheme:dark}')
    for (const choice of [undefined, '', 'system', '}body{display:none']) expect(stylesOf(choice)).toBe('')
  })
})

describe('backTo', () => {
  it('leads to the page that was left', () => {
    expect(backTo('https://news.example/politics?page=2', SITE)).toBe('/politics?page=2')
  })

  it.each([null, '', 'nonsense', 'https://other.example/politics', 'javascript:alert(1)'])(
    'leads %j home',
    (referer) => {
      expect(backTo(referer, SITE)).toBe('/')
    },
  )

  it('never leads to another host', () => {
    expect(backTo('https://news.example//other.example/x', SITE)).toBe('/other.example/x')
  })
})
