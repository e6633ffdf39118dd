import { describe, expect, it } from 'vitest'
import type { Block } from '../article-body'
import { identified } from '../merge/block-ids'
import { chanceOf, randomContent, writerOf } from '../merge/random-edits'
import { fieldsFrom, formValues } from './article-form'
import { bodyToMarkdown } from './body-markdown'
import { bodyFromMarkdown } from './markdown-form'

const text = (words: string) => [{ type: 'text' as const, text: words }]
const paragraph = (words: string) => ({ type: 'paragraph' as const, content: text(words) })
const cell = (words: string, colspan = 1) => ({
  type: 'tableCell' as const,
  attrs: { colspan, rowspan: 1, align: null },
  content: [paragraph(words), paragraph('and more')],
})

/** One block of each kind, with what Markdown has no words for. */
const EVERY: Block[] = [
  paragraph('One.'),
  { type: 'heading', attrs: { level: 2 }, content: text('Two') },
  {
    type: 'paragraph',
    content: [...text('H'), { type: 'text', text: '2', marks: [{ type: 'subscript' }] }, ...text('O')],
  },
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('a')] }] },
  { type: 'orderedList', attrs: { start: 4 }, content: [{ type: 'listItem', content: [paragraph('b')] }] },
  { type: 'blockquote', content: [paragraph('Said she — Ana Ruiz')] },
  { type: 'pullQuote', attrs: { attribution: '' }, content: text('Nobody asked.') },
  { type: 'pullQuote', attrs: { attribution: 'Ana' }, content: text('Twice.') },
  { type: 'image', attrs: { media: 7, alt: 'A dam', caption: 'Noon', credit: 'Lena' } },
  { type: 'image', attrs: { media: 8, alt: '', caption: '', credit: '' } },
  { type: 'gallery', attrs: { title: 'Dams', pictures: [{ media: 9, alt: 'x', caption: '', credit: '' }] } },
  {
    type: 'table',
    attrs: { caption: 'Cost' },
    content: [
      { type: 'tableRow', content: [cell('wide', 2)] },
      { type: 'tableRow', content: [cell('a'), cell('b')] },
    ],
  },
  {
    type: 'embed',
    attrs: {
      provider: 'Elsewhere',
      address: 'https://a.example/x',
      title: 'Theirs',
      thumbnail: { media: 3, alt: 't', caption: '', credit: '' },
    },
  },
  { type: 'factBox', attrs: { title: 'Facts' }, content: [paragraph('42 metres.')] },
  {
    type: 'timeline',
    attrs: { title: 'Night' },
    content: [{ type: 'timelineEntry', attrs: { when: '22:40' }, content: [paragraph('It began.')] }],
  },
  { type: 'codeBlock', content: text('a = 1') },
  { type: 'horizontalRule' },
  { type: 'paragraph', content: [] },
  paragraph('The end.'),
]
const body = identified({ type: 'doc', content: EVERY })

describe('the Markdown form', () => {
  it('gives every kind of block back as it was', async () => {
    const sent = bodyToMarkdown(body).replaceAll('\n', '\r\n')
    expect(await bodyFromMarkdown(sent, body)).toEqual({ body, problems: [] })
  })

  it('gives every other block back as it was when one is changed', async () => {
    const sent = bodyToMarkdown(body).replace('The end.', 'The very end.')
    const { body: back } = await bodyFromMarkdown(sent, body)
    const expected = body.content.filter((block) => block.type !== 'paragraph' || (block.content ?? []).length > 0)
    expect(back.content.slice(0, -1)).toEqual(expected.slice(0, -1))
    expect(back.content.at(-1)).toEqual({ ...paragraph('The very end.'), attrs: { id: 'p18' } })
  })

  it('takes new blocks, moved ones and pictures by their number', async () => {
    const sent = `New first.\n\n${bodyToMarkdown(body)}\n\n![A mast](media/12 "Three | Ana")\n`
    const { body: back } = await bodyFromMarkdown(sent, body)
    expect(back.content[0]).toEqual(paragraph('New first.'))
    expect(back.content[1]).toEqual(body.content[0])
    expect(back.content.at(-1)).toEqual({
      type: 'image',
      attrs: { media: 12, alt: 'A mast', caption: 'Three', credit: 'Ana' },
    })
  })

  it('says what it left out', async () => {
    const { body: back, problems } = await bodyFromMarkdown('![x](elsewhere.jpg)\n\nText.', {
      type: 'doc',
      content: [],
    })
    expect(back.content).toEqual([paragraph('Text.')])
    expect(problems.join()).toContain('elsewhere.jpg')
  })

  it('takes an emptied text', async () => {
    expect((await bodyFromMarkdown(' \r\n', body)).body.content).toEqual([])
  })

  it('keeps bodies of any kind', async () => {
    for (let seed = 1; seed < 60; seed += 1) {
      const content = randomContent(chanceOf(seed), writerOf('w'))
      const { body: back } = await bodyFromMarkdown(`${bodyToMarkdown(content.body)}\n\nOne more.`, content.body)
      expect(back.content.slice(0, -1), `${seed}`).toEqual(content.body.content)
    }
  })
})

describe('the fields of the form', () => {
  it('come back as they were', () => {
    const content = {
      ...randomContent(chanceOf(5), writerOf('w')),
      ...{ bylines: ['Ana Ruiz, in Marram', 'Owen Hale'], tags: ['New York', 'Dam'], related: ['a-slug'] },
      leadImage: { media: 4, alt: 'a', caption: 'b', credit: 'c' },
    }
    const { body: _, ...fields } = content
    const values = formValues(content)
    const sent = (name: string) => values[name]?.replaceAll('\n', '\r\n') ?? null
    expect(fieldsFrom(sent, fields)).toEqual(fields)
    expect(fieldsFrom(() => null, fields)).toEqual(fields)
  })

  it.each([
    ['#Dam #Floods', ['Dam', 'Floods']],
    ['New York, Dam', ['New York', 'Dam']],
    ['#New York #Dam\r\nFloods, #Dam', ['New York', 'Dam', 'Floods']],
    ['', []],
  ])('reads the tags %j', (written, tags) => {
    const { body: _, ...fields } = randomContent(chanceOf(5), writerOf('w'))
    expect(fieldsFrom((name) => (name === 'tags' ? written : null), fields).tags).toEqual(tags)
  })
})
