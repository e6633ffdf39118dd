import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plainText } from '../articles/body-text'
import { parseArticleText } from './article-text'
import { decodeFile } from './clean-text'
import { FileRefused } from './parsed-article'

const FILE = `Ferries stay in port as storm closes in

by Priya Natarajan and Owen Hale

2026-11-24 06:00:00

The first paragraph says it all.

What happens next

A second paragraph,
wrapped over two lines.

Who decides

“We wait,” she said.

#Storm #Ferries #Føroyar

You may also like

Leave a Comment`

const shape = (text: string) => parseArticleText(text).body.content.map((block) => [block.type, plainText(block)])

describe('a plain-text article file', () => {
  it('is read whole', () => {
    const article = parseArticleText(FILE)
    expect(article.headline).toBe('Ferries stay in port as storm closes in')
    expect(article.bylines).toEqual(['Priya Natarajan', 'Owen Hale'])
    expect(article.published).toEqual({ local: '2026-11-24T06:00:00', offset: null })
    expect(article.standfirst).toBeNull()
    expect(article.tags).toEqual(['Storm', 'Ferries', 'Føroyar'])
    expect(article.problems).toEqual([])
    expect(shape(FILE)).toEqual([
      ['paragraph', 'The first paragraph says it all.'],
      ['heading', 'What happens next'],
      ['paragraph', 'A second paragraph, wrapped over two lines.'],
      ['heading', 'Who decides'],
      ['paragraph', '“We wait,” she said.'],
    ])
  })

  it('reads the same with other line ends, a byte order mark and stray spaces', () => {
    const untidy = `\uFEFF${FILE.replaceAll('\n', '\r\n').replaceAll(' the ', ' \u00a0the  ')}`
    expect(parseArticleText(untidy)).toEqual(parseArticleText(FILE))
  })

  it('does without a byline, a date and tags', () => {
    const article = parseArticleText('A headline\n\nA paragraph.')
    expect(article).toMatchObject({ headline: 'A headline', bylines: [], published: null, tags: [], problems: [] })
  })

  it('takes a last short block for a paragraph, and of two short blocks neither for a heading of the other', () => {
    expect(shape('H\n\nOne.\n\nA last word')).toEqual([
      ['paragraph', 'One.'],
      ['paragraph', 'A last word'],
    ])
    expect(shape('H\n\nOne.\n\nFirst\n\nSecond\n\nThree.')).toEqual([
      ['paragraph', 'One.'],
      ['paragraph', 'First'],
      ['heading', 'Second'],
      ['paragraph', 'Three.'],
    ])
  })

  it.each([
    ['2026-11-24T06:00', { local: '2026-11-24T06:00:00', offset: null }],
    ['2026-11-24 06:00:00 +0200', { local: '2026-11-24T06:00:00', offset: '+02:00' }],
    ['2026-11-24 06:00:00 UTC', { local: '2026-11-24T06:00:00', offset: '+00:00' }],
    ['2026-11-24', { local: '2026-11-24T00:00:00', offset: null }],
  ])('reads the date %s', (date, published) => {
    expect(parseArticleText(`H\n\n${date}\n\nText.`).published).toEqual(published)
  })

  it('says what a date that does not exist is, where it stands, and keeps the rest', () => {
    const article = parseArticleText('H\n\nby A\n\n2023-02-30 10:00:00\n\nText.')
    expect(article.published).toBeNull()
    expect(article.problems).toEqual([{ line: 5, reason: expect.stringContaining('2023-02-30') }])
    expect(plainText(article.body)).toBe('Text.')
  })

  it.each([
    ['By Monday, it was over.', []],
    ['By the time they came, the\nvillage was gone.', []],
    ['BY ANA RUIZ', ['ANA RUIZ']],
    ['by Sammy Davis Jr.', ['Sammy Davis Jr.']],
    ['by Ana Ruiz, Tom Adeyemi and Owen Hale', ['Ana Ruiz', 'Tom Adeyemi', 'Owen Hale']],
    ['by Ana Ruiz\n2026-11-24 06:00:00', ['Ana Ruiz']],
  ])('tells in %j a byline from a sentence', (line, bylines) => {
    const article = parseArticleText(`H\n\n${line}\n\nText.`)
    expect(article.bylines).toEqual(bylines)
    if (bylines.length === 0) expect(plainText(article.body)).toBe(`${line.replace('\n', ' ')}\n\nText.`)
  })

  it('takes the date before the byline, and both right under the headline', () => {
    for (const head of ['2026-11-24 06:00\n\nby A\n\n', '2026-11-24 06:00\nby A\n', 'by A\n2026-11-24 06:00\n']) {
      expect(parseArticleText(`H\n${head}Text.`)).toMatchObject({
        bylines: ['A'],
        published: { local: '2026-11-24T06:00:00' },
      })
    }
  })

  it.each(['2026-11-24 06:00:00 CEST', '2026-11-24 06:00 +99:99', '2026-11-24 25:00:00'])(
    'says that %s cannot be read, and does not print it',
    (date) => {
      const { published, problems, body } = parseArticleText(`H\n\n${date}\n\nText.`)
      expect([published, problems.length, plainText(body)]).toEqual([null, 1, 'Text.'])
      expect(problems[0]?.reason).toContain(date)
    },
  )

  it.each([
    ['What we know (so far)', 'heading'],
    ['x'.repeat(90), 'heading'],
    ['x'.repeat(91), 'paragraph'],
    ['Er sagte „Nein“', 'paragraph'],
    ['Elle dit « non »', 'paragraph'],
    ['ماذا نعرف؟', 'paragraph'],
    ['- an item of a list', 'paragraph'],
    ['(Photo: Lena Ortiz)', 'paragraph'],
    ['He added:', 'paragraph'],
    ['Going on…', 'paragraph'],
  ])('takes %j between paragraphs for a %s', (line, type) => {
    expect(shape(`H\n\nOne.\n\n${line}\n\nTwo.`)[1]).toEqual([type, line])
  })

  it('reads hashtags of any script, with hyphens, commas and joiners', () => {
    const { tags } = parseArticleText('H\n\nText.\n\n#Covid-19, #می\u200cشود ＃東京 #covid-19')
    expect(tags).toEqual(['Covid-19', 'می\u200cشود', '東京'])
  })

  it('takes hashtags after the boilerplate, and leaves one alone within the body', () => {
    const article = parseArticleText('H\n\nOne.\n\n#MeToo\n\nTwo.\n\nLEAVE A COMMENT (3)\n\n#Last')
    expect(article.tags).toEqual(['Last'])
    expect(plainText(article.body)).toBe('One.\n\n#MeToo\n\nTwo.')
  })

  it('drops boilerplate only as whole lines', () => {
    expect(shape('H\n\nYou may also like the view.\n\nYou may also like (4)')).toEqual([
      ['paragraph', 'You may also like the view.'],
    ])
  })

  it('joins wrapped lines as the script asks', () => {
    expect(shape('H\n\n東京の\n天気。\n\nOne\ntwo.')).toEqual([
      ['paragraph', '東京の天気。'],
      ['paragraph', 'One two.'],
    ])
  })

  it('parts blocks at lines that only look empty, and at every kind of line end', () => {
    expect(shape('H\u2028\u2028One.\u0085\u200b\u00a0\u0085Two.\r\rThree.')).toEqual([
      ['paragraph', 'One.'],
      ['paragraph', 'Two.'],
      ['paragraph', 'Three.'],
    ])
  })

  it('takes markup for what it is: text', () => {
    expect(shape('H\n\n<script>alert(1)</script> is text.')).toEqual([
      ['paragraph', '<script>alert(1)</script> is text.'],
    ])
  })

  it('takes out what turns text around, and says so', () => {
    const article = parseArticleText('H\n\nabc\u202Edef.')
    expect(plainText(article.body)).toBe('abcdef.')
    expect(article.problems).toHaveLength(1)
  })

  it.each(['', '   \n \n', '\0\0binary'])('refuses %j', (text) => {
    expect(() => parseArticleText(text)).toThrow(FileRefused)
  })

  it('survives a file of five megabytes of one letter', () => {
    expect(parseArticleText(`H\n\n${'a'.repeat(4_999_000)}`).body.content).toHaveLength(1)
    expect(parseArticleText(`H\n${'\n#a'.repeat(200_000)}`).tags).toEqual(['a'])
  })
})

describe('decodeFile', () => {
  it('refuses what is not UTF-8, and what is too large', () => {
    expect(() => decodeFile(new Uint8Array([0xff, 0xfe, 0x41]))).toThrow('not UTF-8')
    expect(() => decodeFile(new Uint8Array(5_000_001))).toThrow('5 MB')
  })
})

const REAL = '../shared/samples/article-time-news.txt'

describe.skipIf(!existsSync(REAL))('a real article file', () => {
  const article = parseArticleText(existsSync(REAL) ? readFileSync(REAL, 'utf8') : FILE)

  it('keeps everything that is the article’s', () => {
    expect(article.headline).toMatch(/^Kim Jong Un in Russia: what we know/)
    expect(article.bylines).toEqual(['time news'])
    expect(article.published).toEqual({ local: '2023-09-12T15:05:44', offset: null })
    expect(article.tags).toEqual(['Kim', 'Jong', 'Russia', 'North', 'Korean', 'leaders', 'trip', 'meet', 'Putin'])
    expect(article.problems).toEqual([])
  })

  it('tells its headings from its paragraphs', () => {
    const headings = article.body.content.filter((block) => block.type === 'heading').map(plainText)
    expect(headings).toEqual([
      'First trip abroad since Covid',
      'The secret meeting place',
      'A classic unfolding',
      'Putin’s objective: to obtain ammunition',
    ])
    expect(article.body.content.filter((block) => block.type === 'paragraph')).toHaveLength(10)
  })

  it('drops what the page around it said', () => {
    expect(plainText(article.body)).not.toMatch(/You may also like|Leave a Comment|#Kim/)
  })
})
