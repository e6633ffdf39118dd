import { describe, expect, it } from 'vitest'
import { growth } from '../operating/processor-time'
import { plainCommentText, quoted, readCommentText } from './comment-text'

const linksIn = (body: string) =>
  [...JSON.stringify(readCommentText(body)).matchAll(/"address":"([^"]*)"/g)].map(([, address]) => address)

describe('readCommentText', () => {
  it('reads paragraphs, breaks, emphasis, quotes and lists', () => {
    expect(readCommentText('One\ntwo\n\nthree')).toEqual([
      {
        type: 'paragraph',
        children: [{ type: 'text', text: 'One' }, { type: 'break' }, { type: 'text', text: 'two' }],
      },
      { type: 'paragraph', children: [{ type: 'text', text: 'three' }] },
    ])
    const kinds = JSON.stringify(readCommentText('> *said*\n\n- **a**\n- b\n\n3. c'))
    for (const kind of ['quote', 'emphasis', 'list', 'item', 'strong', 'numbered']) expect(kinds).toContain(`"${kind}"`)
    expect(kinds).toContain('"start":3')
  })

  it('makes links of web addresses alone', () => {
    expect(linksIn('See https://news.example/a?b=1&c and [this](http://x.example "t").')).toEqual([
      'https://news.example/a?b=1&c',
      'http://x.example',
    ])
    const hostile =
      '[a](javascript:alert(1)) [b](data:text/html,x) [c](&#106;avascript:alert(1)) <javascript:x> [d](//evil) ![e](x) [f](vbscript:x) [g](JaVaScRiPt:x) [h](\u0001javascript:x)'
    expect(linksIn(hostile)).toEqual([])
  })

  it.each([
    '# heading',
    '`code`',
    '| a | b |\n|---|---|',
    '<script>alert(1)</script>',
    '---',
    '~~no~~',
    '    indented',
  ])('leaves %j the text that it is', (body) => expect(plainCommentText(body).trim()).toBe(body.trim()))

  it.each([
    ['quotes', '> '.repeat(900)],
    ['quotes without spaces', `${'>'.repeat(1900)} x`],
    ['lists', '- '.repeat(900)],
    ['brackets', '['.repeat(2000)],
    ['stars', '*a'.repeat(1000)],
    ['stars and underscores', '*_'.repeat(1000)],
    ['links', '[a](b'.repeat(400)],
    ['angles', '<'.repeat(2000)],
    ['addresses', 'https://a@'.repeat(200)],
    [
      'line by line',
      Array.from({ length: 300 }, (_, depth) => `${'>'.repeat(depth % 20)} a`)
        .join('\n')
        .slice(0, 2000),
    ],
  ])('loses nothing of many %s, and takes time in proportion to them', async (_, body) => {
    const text = plainCommentText(body)
    // In proportion to the square it would be 8.
    expect(await growth(plainCommentText, body, 16_000, 3)).toBeLessThan(3)
    if (!/^[>\s-]*$/.test(body)) expect(text.length).toBeGreaterThan(0)
  })

  it('keeps the words of quotes that stand too deep in each other', () => {
    expect(plainCommentText(`${'>'.repeat(60)} deep words`)).toContain('deep words')
    expect(plainCommentText(`${'- '.repeat(60)}deep words`)).toContain('deep words')
  })
})

it('quotes a text without what it quotes itself', () => {
  expect(quoted('> old\n\nOne\n\ntwo')).toBe('> One\n>\n> two\n\n')
})
