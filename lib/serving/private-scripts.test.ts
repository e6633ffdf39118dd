import { describe, expect, it } from 'vitest'
import { withoutScriptNonces } from './private-scripts'

const PAGE = [
  '<!DOCTYPE html><html><head><link rel="preload" as="script" nonce="bm9uY2U=" href="/_next/static/chunks/1.js"/>',
  '<script src="/_next/static/chunks/2.js" async="" nonce="bm9uY2U="></script>',
  '<script src="/_next/static/chunks/3.js" async="" nonce="bm9uY2U="></script>',
  '<script src="/_next/static/chunks/old.js" noModule="" nonce="bm9uY2U="></script></head><body>',
  '<script src="/reader/theme-AAAAAAAA.js" nonce="bm9uY2U="></script>',
  '<p>&lt;script src=&quot;/_next/x.js&quot; async=&quot;&quot; nonce=&quot;bm9uY2U=&quot;&gt;</p>',
  '<script nonce="bm9uY2U=">self.__next_f.push([1,"\\u003cscript src=\\"/_next/x.js\\""])</script>',
  '<script src="/_next/static/chunks/1.js" nonce="bm9uY2U=" async=""></script></body></html>',
]

describe('withoutScriptNonces', () => {
  const page = withoutScriptNonces(PAGE.join(''))

  it('asks for all scripts by one that has the nonce, where the first one stood', () => {
    const [own, ...others] = page.match(/<script nonce="bm9uY2U=">for.*?<\/script>/g) ?? []
    expect(others).toEqual([])
    expect(own).toContain('["/_next/static/chunks/2.js","/_next/static/chunks/3.js","/_next/static/chunks/1.js"]')
    expect(page.indexOf(own as string)).toBe(PAGE[0]?.length)
  })

  it('leaves everything else as it was', () => {
    const others = [0, 3, 4, 5, 6].map((at) => PAGE[at])
    expect(page.replace(/<script nonce="bm9uY2U=">for.*?<\/script>/, '')).toBe(`${others.join('')}</body></html>`)
  })

  it('leaves a page without such scripts as it was', () => {
    const plain = '<p>A paper</p><script nonce="bm9uY2U=">one()</script>'
    expect(withoutScriptNonces(plain)).toBe(plain)
  })

  it('runs what it writes', () => {
    const added: { src?: string; async?: boolean }[] = []
    const document = { createElement: () => ({}), head: { append: (script: object) => added.push(script) } }
    const [, code = ''] = /<script nonce="bm9uY2U=">(for.*?)<\/script>/.exec(page) ?? []
    new Function('document', code)(document)
    expect(added).toEqual(['2', '3', '1'].map((name) => ({ async: true, src: `/_next/static/chunks/${name}.js` })))
  })
})
