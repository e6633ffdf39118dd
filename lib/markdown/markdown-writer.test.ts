import { describe, expect, it } from 'vitest'
import type { Block, Inline, Mark } from '../articles/article-body'
import { parseArticleMarkdown } from '../importing/article-markdown'
import { writeMarkdown } from './markdown-writer'

const text = (words: string, ...marks: (Mark['type'] | Mark)[]): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark) as Mark) }),
})
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
const words = (line: string): Block => paragraph(text(line))
const link = (href: string): Mark => ({ type: 'link', attrs: { href } })

function readBack(content: Block[]): Block[] {
  const markdown = writeMarkdown({ type: 'doc', content }, (id) => `media/${id}.jpg`)
  const article = parseArticleMarkdown(`---\nheadline: H\n---\n${markdown}\n`)
  expect(article.problems, markdown).toEqual([])
  return article.body.content
}

describe('writeMarkdown', () => {
  it.each([
    ...[
      'Plain words.',
      '*not bold* _nor this_ ~~nor~~',
      '# no heading',
      '## none',
      '- no item',
      '+ none',
      '1. no item',
      '12) none',
      '> no quote',
    ],
    ...[
      '---',
      '===',
      '***',
      '```',
      '    four spaces',
      '\u00A0a space that stays\u00A0',
      '[no](link) ![none](x)',
      '<b>no HTML</b> &amp; &copy; &#35;',
    ],
    ...[
      'a | b',
      '| --- |',
      'back\\slash',
      '`no code`',
      'a\ttab',
      'ends with a space ',
      'http://a.example',
      'C# and #1 and # 2',
      'snake_case_name',
      '2 * 3 * 4',
    ],
    ...[
      '— a dash',
      '"quotes" ‘and’ …',
      'العربية',
      '日本語。',
      '🦊',
      'a  b',
      '1986\\. A year',
      '1986. A great year',
      '~~~',
      ':::',
      '\\',
      '\\\\',
      '!',
    ],
  ])('keeps %j', (line) => {
    expect(readBack([words(line)])).toEqual([words(line)])
    const item: Block = { type: 'bulletList', content: [{ type: 'listItem', content: [words(line)] }] }
    expect(readBack([item])).toEqual([item])
    const heading: Block = { type: 'heading', attrs: { level: 2 }, content: [text(line)] }
    expect(readBack([words('First.'), heading])).toEqual([words('First.'), heading])
  })

  it.each<[string, Inline[]]>([
    ['bold', [text('a '), text('b', 'bold'), text(' c')]],
    ['emphasis inside a word', [text('un'), text('believ', 'italic'), text('able')]],
    ['bold inside a word', [text('un'), text('believ', 'bold'), text('able')]],
    ['punctuation inside bold, letters outside', [text('a'), text('"b"', 'bold'), text('c')]],
    ['spaces inside bold', [text('a'), text(' b ', 'bold'), text('c')]],
    ['spaces inside italics', [text('a'), text(' b ', 'italic'), text('c')]],
    ['bold beside italics', [text('a', 'bold'), text('b', 'italic'), text('c', 'bold')]],
    ['italics in bold', [text('a ', 'bold'), text('b', 'bold', 'italic'), text(' c', 'bold')]],
    ['bold in italics', [text('a', 'italic'), text('b', 'italic', 'bold'), text('c', 'italic')]],
    ['both', [text('both', 'bold', 'italic')]],
    ['strike', [text('a'), text('b.', 'strike'), text('c')]],
    ['code', [text('a '), text('let x = `1` * 2 | &amp;', 'code'), text(' c')]],
    ['code with backticks at its ends', [text('`x`', 'code')]],
    ['bold code', [text('x', 'bold', 'code')]],
    ['a link', [text('see '), text('here', link('https://a.example/b_c?d=e&copy=f#g')), text('.')]],
    ['a link after an exclamation mark', [text('see!'), text('here', link('/world/a'))]],
    ['a link with brackets', [text('[1]', link('https://a.example/(x)'))]],
    ['bold in a link', [text('a ', link('https://a.example')), text('b', link('https://a.example'), 'bold')]],
    ['a link in bold', [text('a ', 'bold'), text('b', 'bold', link('mailto:desk@a.example'))]],
    ['a line break', [text('a'), { type: 'hardBreak' }, text('- b'), { type: 'hardBreak' }, text('# c')]],
    ['a break in bold', [text('a', 'bold'), { type: 'hardBreak' }, text('b')]],
  ])('keeps %s', (_, inline) => {
    expect(readBack([paragraph(...inline)])).toEqual([paragraph(...inline)])
  })

  it.each<[string, Block[]]>([
    [
      'headings',
      [
        words('A.'),
        { type: 'heading', attrs: { level: 2 }, content: [text('B', 'italic')] },
        { type: 'heading', attrs: { level: 3 }, content: [text('C #')] },
      ],
    ],
    [
      'lists in lists',
      [
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                words('a'),
                {
                  type: 'orderedList',
                  attrs: { start: 9 },
                  content: [
                    { type: 'listItem', content: [words('b')] },
                    { type: 'listItem', content: [words('c'), words('d')] },
                  ],
                },
              ],
            },
          ],
        },
      ],
    ],
    [
      'lists in a row',
      ['a', 'b', 'c'].map(
        (line): Block => ({ type: 'bulletList', content: [{ type: 'listItem', content: [words(line)] }] }),
      ),
    ],
    [
      'numbered lists in a row',
      ['a', 'b'].map(
        (line): Block => ({
          type: 'orderedList',
          attrs: { start: 1 },
          content: [{ type: 'listItem', content: [words(line)] }],
        }),
      ),
    ],
    [
      'an empty item',
      [
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [paragraph()] },
            { type: 'listItem', content: [words('b')] },
          ],
        },
      ],
    ],
    [
      'quotations in a row',
      [
        { type: 'blockquote', content: [words('a'), words('b')] },
        { type: 'blockquote', content: [words('c')] },
      ],
    ],
    [
      'a list in a quotation',
      [
        {
          type: 'blockquote',
          content: [words('a'), { type: 'bulletList', content: [{ type: 'listItem', content: [words('b')] }] }],
        },
      ],
    ],
    [
      'a pull quote',
      [
        {
          type: 'pullQuote',
          attrs: { attribution: 'Ana Ruiz, *warden*' },
          content: [text('We asked '), text('twice', 'italic'), text('.')],
        },
      ],
    ],
    ['code', [{ type: 'codeBlock', content: [{ type: 'text', text: 'a\n\n  ```b\n# c' }] }, words('d')]],
    ['a rule', [words('a'), { type: 'horizontalRule' }, words('b')]],
    [
      'pictures',
      [
        {
          type: 'image',
          attrs: { media: 1, alt: 'A [dam] "wall"', caption: 'The "dam" \\ at & dawn', credit: 'Ana Ruiz' },
        },
        { type: 'image', attrs: { media: 2, alt: 'b', caption: '', credit: '' } },
      ],
    ],
    ['a picture with a credit alone', [{ type: 'image', attrs: { media: 1, alt: 'a', caption: '', credit: 'Ana' } }]],
    [
      'a table',
      [
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: (['left', 'right', null] as const).map((align) => ({
                type: 'tableHeader',
                attrs: { colspan: 1, rowspan: 1, align },
                content: [{ type: 'paragraph', content: [text('a | b', 'bold')] }],
              })),
            },
            {
              type: 'tableRow',
              content: (['left', 'right', null] as const).map((align) => ({
                type: 'tableCell',
                attrs: { colspan: 1, rowspan: 1, align },
                content: [{ type: 'paragraph', content: [text('1\\2')] }],
              })),
            },
          ],
        },
      ],
    ],
  ])('keeps %s', (_, blocks) => {
    expect(readBack(blocks)).toEqual(blocks)
  })

  it('writes plain Markdown where it can', () => {
    const line = paragraph(
      text('The '),
      text('Aurora', 'italic'),
      text(' and '),
      text('not', 'bold'),
      text(', he said.'),
    )
    expect(writeMarkdown({ type: 'doc', content: [line] }, () => '')).toBe('The _Aurora_ and **not**, he said.')
  })

  it.each([
    'Storm Ines, hour by hour',
    '',
    'A `tick`, a \\ and an &amp;',
    'gallery gallery',
    '*no* _marks_ “here”',
    'العاصفة',
  ])('writes a gallery called “%s”', (title) => {
    const pictures = [
      { media: 1, alt: 'A [dam]', caption: 'At "dawn"', credit: 'Lena Ortiz' },
      { media: 2, alt: '``` three', caption: '', credit: '' },
    ]
    const gallery: Block = { type: 'gallery', attrs: { title, pictures } }
    expect(readBack([gallery, words('After it.')])).toEqual([gallery, words('After it.')])
  })

  it('writes a picture that a gallery shows twice', () => {
    const picture = { media: 1, alt: 'A dam', caption: '', credit: '' }
    const markdown = writeMarkdown(
      { type: 'doc', content: [{ type: 'gallery', attrs: { title: '', pictures: [picture, picture] } }] },
      () => 'dam.jpg',
    )
    expect(markdown).toBe('```gallery\n![A dam](<dam.jpg>)\n![A dam](<dam.jpg>)\n```')
  })

  it.each([undefined, { media: 1, alt: 'A still', caption: '', credit: 'Lena Ortiz' }])(
    'writes an embed',
    (thumbnail) => {
      const address = 'https://www.youtube.com/watch?v=abcdefghijk&t=1'
      const attrs = { provider: 'YouTube', address, title: 'The *dam*, [live]' }
      const embed: Block = { type: 'embed', attrs: { ...attrs, ...(thumbnail && { thumbnail }) } }
      expect(readBack([embed])).toEqual([embed])
    },
  )

  const said = (...lines: string[]) => ({ type: 'paragraph' as const, content: lines.map((line) => text(line)) })
  const boxes: [string, Block][] = [
    ['a fact box', { type: 'factBox', attrs: { title: 'The dam & its `wall`' }, content: [words('Built in 1961.')] }],
    [
      'a fact box of everything',
      {
        type: 'factBox',
        attrs: { title: '' },
        content: [
          { type: 'heading', attrs: { level: 3 }, content: [text('Cost')] },
          { type: 'bulletList', content: [{ type: 'listItem', content: [words('a'), words('b')] }] },
          { type: 'codeBlock', content: [{ type: 'text', text: '````\n```' }] },
          { type: 'image', attrs: { media: 1, alt: 'A dam', caption: '', credit: '' } },
        ],
      },
    ],
    [
      'a timeline',
      {
        type: 'timeline',
        attrs: { title: 'Storm Ines, *hour* by hour' },
        content: [
          { type: 'timelineEntry', attrs: { when: '22:40' }, content: [said('It began.'), said('It went on.')] },
          { type: 'timelineEntry', attrs: { when: '# 3 March' }, content: [said()] },
        ],
      },
    ],
  ]

  it.each(boxes)('keeps %s', (_, block) => {
    expect(readBack([words('Before.'), block, words('After.')])).toEqual([words('Before.'), block, words('After.')])
  })

  it('gives what Markdown has no words for the nearest that it has', () => {
    expect(readBack([paragraph(text('H'), text('2', 'subscript'), text('O'))])).toEqual([words('H2O')])
  })
})
