import { describe, expect, it } from 'vitest'
import type { Block } from '../articles/article-body'
import { writeMarkdown } from './markdown-writer'
import { paragraph, readBack, text, words } from './test-blocks'

describe('writeMarkdown', () => {
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
})
