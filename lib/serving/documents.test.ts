import { describe, expect, it } from 'vitest'
import { toDocument } from './documents'

const document = (inside: string) => `<!DOCTYPE html><html lang="en"><head></head><body>${inside}</body></html>`

/** As the pages write structured data: no `<` is left in it. */
const structured = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`

describe('toDocument', () => {
  it('leaves a page without scripts alone', () => {
    const page = document('<main><h1>Wave crest</h1><p class="a">It&#x27;s &lt;here&gt;</p></main>')
    expect(toDocument(page)).toBe(page)
  })

  it.each(['', '<!DOCTYPE html>', 'plain words'])('leaves %j alone', (html) => {
    expect(toDocument(html)).toBe(html)
  })

  describe('takes out', () => {
    it.each([
      ['a script of the framework', '<script src="/_next/static/chunks/main.js" async=""></script>'],
      ['a script without attributes', '<script>var a = 1</script>'],
      ['the page’s second copy', '<script>self.__next_f.push([1,"0:{\\"a\\":1}"])</script>'],
      ['markup within a script', '<script>const a = "<p>one</p><style>b</style><!--c-->"</script>'],
      ['a module that is not ours', '<script type="module" src="/_next/reader/a.js"></script>'],
      ['a script from elsewhere', '<script src="https://evil.example/reader/a.js"></script>'],
      ['a script that only mentions our folder', '<script data-src="/reader/a.js"></script>'],
      ['a script of a type that only looks like data', '<script type="application/ld+jsonp">a()</script>'],
      ['one in capitals', '<SCRIPT>a</SCRIPT>'],
      ['one whose end tag has a space', '<script>a</script >'],
      ['an empty one', '<script></script>'],
      ['the preload of a script', '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/>'],
      ['one with its attributes turned', '<link as="script" href="/_next/a.js" rel="preload"/>'],
      ['the preload of a module', '<link rel="modulepreload" href="/_next/a.js"/>'],
      ['an empty comment', '<!-- -->'],
      ['a boundary', '<!--$--><!--/$-->'],
      ['an unfinished boundary', '<!--$?--><!--$!--><!--&--><!--/&-->'],
      ['a hidden nothing', '<div hidden=""></div>'],
      ['a hidden nothing that held a boundary', '<div hidden=""><!--$--><!--/$--></div>'],
    ])('%s', (_, part) => {
      expect(toDocument(document(`<p>before</p>${part}<p>after</p>`))).toBe(document('<p>before</p><p>after</p>'))
    })

    it('all of them, and nothing between them', () => {
      const page = document('<script>1</script>a<script src="/x.js"></script>b<!-- -->c<script>2</script>')
      expect(toDocument(page)).toBe(document('abc'))
    })

    it('the mark of precedence from a style sheet', () => {
      const html = '<link rel="stylesheet" href="/a.css" data-precedence="next"/>'
      expect(toDocument(html)).toBe('<link rel="stylesheet" href="/a.css"/>')
    })

    it('everything after a script that never ends', () => {
      expect(toDocument('<p>a</p><script>var a')).toBe('<p>a</p>')
      expect(toDocument('<p>a</p><script>var a</script')).toBe('<p>a</p>')
    })
  })

  describe('leaves', () => {
    it.each([
      ['structured data', structured({ '@type': 'NewsArticle', headline: 'Wave crest' })],
      ['speculation rules', '<script type="speculationrules">{"prefetch":[{"where":{"href_matches":"/*"}}]}</script>'],
      ['our own module', '<script type="module" src="/reader/account.js"></script>'],
      ['our own module, attributes turned', '<script src="/reader/account.js" type="module" async=""></script>'],
      ['a style', '<style data-href="a">p > a::before { content: "<!-- a -->" }</style>'],
      ['a style sheet', '<link rel="stylesheet" href="/_next/static/a.css"/>'],
      ['the preload of a font', '<link rel="preload" as="font" type="font/woff2" href="/fonts/a.woff2"/>'],
      ['the preload of a picture', '<link rel="preload" as="image" href="/media/1/a-640.avif"/>'],
      ['a link that says script elsewhere', '<link rel="canonical" href="/culture/as="/>'],
      ['a hidden part with something in it', '<div hidden="">words</div>'],
      ['a comment that is only text', '<p>&lt;!-- a --&gt;</p>'],
      ['a script that is only text', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
      ['an attribute that speaks of scripts', '<p title="&lt;script&gt;">a</p>'],
      ['a word that begins like one', '<p>script style</p>'],
    ])('%s', (_, part) => {
      const page = document(`<p>before</p>${part}<p>after</p>`)
      expect(toDocument(page)).toBe(page)
    })

    it('data and modules that stand among scripts that go', () => {
      const data = structured({ headline: 'a' })
      const module = '<script type="module" src="/reader/a.js"></script>'
      const page = document(`<script>1</script>${data}<script>2</script>${module}<script>3</script>`)
      expect(toDocument(page)).toBe(document(data + module))
    })
  })

  describe('reads hostile words in structured data as words', () => {
    it.each([
      '</script><script>alert(1)</script>',
      '<!-- <script>',
      '<!--$--> --> ]]>',
      '<link rel="preload" as="script" href="x">',
      '<div hidden=""></div>',
      '<style>\'"&amp;\u2028',
    ])('%s', (words) => {
      const page = document(
        `<!-- -->${structured({ headline: words, articleBody: words })}<p>after</p><script>1</script>`,
      )
      const made = toDocument(page)
      expect(made).toBe(document(`${structured({ headline: words, articleBody: words })}<p>after</p>`))
      const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(made)?.[1] ?? ''
      expect(JSON.parse(json)).toEqual({ headline: words, articleBody: words })
    })

    it('even where a comment opens within the data and another closes after it', () => {
      const data = '<script type="application/ld+json">{"headline":"<!-- a"}</script>'
      expect(toDocument(`${data}<p>b</p><!-- --><p>c</p>`)).toBe(`${data}<p>b</p><p>c</p>`)
    })
  })

  it('makes no difference the second time', () => {
    const page = document(`<script>1</script>${structured({ a: '<!--' })}<!-- --><p>a</p><style>p{}</style>`)
    expect(toDocument(toDocument(page))).toBe(toDocument(page))
  })

  it('reads each page anew', () => {
    const pages = ['<script>1</script>a', '<p>b</p>', 'c<script>2</script>']
    expect([...pages, ...pages].map(toDocument)).toEqual(['a', '<p>b</p>', 'c', 'a', '<p>b</p>', 'c'])
  })
})
