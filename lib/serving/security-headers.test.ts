import { describe, expect, it } from 'vitest'
import { FRAME_ORIGINS } from '../articles/embed-providers'
import { documentHeaders, fileHeaders, privateHeaders } from './security-headers'

const SITE = 'https://news.example'
const LOCAL = 'http://localhost:3000'

function named(list: string[]): Record<string, string> {
  return Object.fromEntries(list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1] ?? '']] : [])))
}

/** A policy's directives, each with its sources. */
function directives(headers: Record<string, string>): Record<string, string[]> {
  const policy = headers['content-security-policy'] ?? ''
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
}

const every = (siteUrl: string) => [
  named(documentHeaders(siteUrl)),
  named(fileHeaders(siteUrl)),
  privateHeaders(siteUrl, 'bm9uY2U='),
]

describe('every answer', () => {
  it('is taken for what it says, framed by nobody, and gives away no address', () => {
    for (const headers of every(SITE))
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      })
  })

  it('is a list of names and values without a line break', () => {
    for (const list of [documentHeaders(SITE), fileHeaders(SITE)]) {
      expect(list.length % 2).toBe(0)
      for (const text of list) expect(text).toMatch(/^[\x20-\x7e]+$/)
    }
  })

  it('binds a browser to https where the site has it, and only there', () => {
    for (const headers of every(SITE)) expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/)
    for (const headers of every(LOCAL)) expect(headers).not.toHaveProperty('strict-transport-security')
  })
})

describe('documentHeaders', () => {
  const policy = directives(named(documentHeaders(SITE)))

  it('lets only our own files in, and no script in the page', () => {
    expect(policy['default-src']).toEqual(["'none'"])
    expect(policy['script-src']).toEqual(["'self'"])
    expect(policy['style-src']).toEqual(["'self'"])
    expect(policy['frame-ancestors']).toEqual(["'none'"])
    expect(policy['base-uri']).toEqual(["'none'"])
    expect(policy['form-action']).toEqual(["'self'"])
  })

  it('has no gap that a script could come through', () => {
    // What a reader asks for may be framed, and it alone may come from elsewhere.
    const frames = `frame-src ${FRAME_ORIGINS.join(' ')};`
    const headers = documentHeaders(SITE).join(' ')
    expect(headers.split(frames)).toHaveLength(2)
    expect(headers.replace(frames, '')).not.toMatch(/unsafe-|nonce-|data:|blob:|\*|https?:/)
  })
})

describe('fileHeaders', () => {
  it('lets nothing in a file run, wherever it is opened', () => {
    const policy = directives(named(fileHeaders(SITE)))
    expect(policy).toMatchObject({ 'default-src': ["'none'"], sandbox: [] })
    expect(policy).not.toHaveProperty('script-src')
  })
})

describe('privateHeaders', () => {
  it("runs the scripts that carry this answer's nonce", () => {
    const policy = directives(privateHeaders(SITE, 'bm9uY2U='))
    expect(policy['script-src']).toEqual(["'self'", "'nonce-bm9uY2U='", "'strict-dynamic'"])
    expect(policy).toMatchObject({ 'object-src': ["'none'"], 'base-uri': ["'none'"], 'frame-ancestors': ["'none'"] })
  })

  it('is kept by nobody', () => {
    expect(privateHeaders(LOCAL, 'a')['cache-control']).toBe('no-store')
  })

  it('differs from answer to answer', () => {
    expect(privateHeaders(SITE, 'a')).not.toEqual(privateHeaders(SITE, 'b'))
  })
})
