import { describe, expect, it } from 'vitest'
import { parseArticleMarkdown } from './article-markdown'
import { FileRefused } from './parsed-article'

const parse = (body: string, fields = 'headline: H') => parseArticleMarkdown(`---\n${fields}\n---\n${body}`)

describe('front matter', () => {
  it('fills every field', () => {
    const article = parse(
      'Text.',
      `headline: Papers show it
slug: papers
section: politics
kind: analysis
kicker: Investigation
standfirst: What it says.
byline: [Priya Natarajan, Owen Hale]
dateline: Marram
published: 2026-11-24 06:00:00
updated: 2026-11-24T09:42:00Z
tags: [Floods, "2026"]
language: ar
direction: rtl
image: { file: dam.jpg, alt: A dam, caption: At dawn, credit: Lena }
key_points: [One, Two]
contributors: Additional reporting by Ana.
corrections:
  - { kind: correction, at: 2026-11-24 10:00:00, text: It was 11. }
related: [other]
comments: premoderated`,
    )
    expect(article).toMatchObject({
      ...{ headline: 'Papers show it', slug: 'papers', section: 'politics', kind: 'analysis', kicker: 'Investigation' },
      ...{ standfirst: 'What it says.', bylines: ['Priya Natarajan', 'Owen Hale'], dateline: 'Marram' },
      published: { local: '2026-11-24T06:00:00', offset: null },
      updated: { local: '2026-11-24T09:42:00', offset: '+00:00' },
      ...{ tags: ['Floods', '2026'], language: 'ar', direction: 'rtl', keyPoints: ['One', 'Two'], related: ['other'] },
      leadPicture: { file: 'dam.jpg', alt: 'A dam', caption: 'At dawn', credit: 'Lena' },
      corrections: [{ kind: 'correction', at: { local: '2026-11-24T10:00:00', offset: null }, text: 'It was 11.' }],
      ...{ comments: 'premoderated', problems: [] },
    })
  })

  it('takes the names that other tools give', () => {
    const article = parse('Text.', 'title: A title\ndate: 2026-01-02\nauthor: Ana and Tom\ndescription: Short')
    expect(article).toMatchObject({ headline: 'A title', bylines: ['Ana', 'Tom'], standfirst: 'Short' })
  })

  it('keeps a draft a draft', () => {
    expect(parse('Text.', 'headline: H\npublished: 2026-01-02\ndraft: true').published).toBeNull()
  })

  it('names what it cannot use, with its line, and keeps the rest', () => {
    const { problems, headline } = parse('Text.', 'headline: H\npublished: soon\ncolour: red\nkind: gossip')
    expect(headline).toBe('H')
    expect(problems.map(({ line }) => line)).toEqual([3, 4, 5])
    expect(problems[0]?.reason).toContain('“soon”')
  })

  it.each([
    ['broken YAML', 'headline: "open'],
    ['a list', '- one\n- two'],
    ['the same key twice', 'headline: A\nheadline: B'],
    ['no headline', 'section: news'],
  ])('refuses %s', (_, fields) => {
    expect(() => parse('Text.', fields)).toThrow(FileRefused)
  })

  it.each([
    ['an unclosed one', '---\nheadline: X\n\n# Y\n\nText.'],
    ['TOML', '+++\ntitle = "X"\n+++\n\n# Y'],
    ['a bomb of aliases', '---\nheadline: H\na: &a [1]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b]\n---\nText.'],
    ['a deep one', `---\nheadline: ${'['.repeat(20_000)}\n---\nText.`],
    ['a long one', `---\nheadline: H\nkicker: ${'x'.repeat(40_000)}\n---\nText.`],
    ['one of many lines', `---\nheadline: H\n${'\n'.repeat(1001)}---\nText.`],
  ])('refuses %s', (_, text) => {
    expect(() => parseArticleMarkdown(text)).toThrow(FileRefused)
  })

  it('lets no hidden character in by an escape', () => {
    const { headline, tags } = parse('Text.', 'headline: "a\\u202Eb\\0c"\ntags: ["x\\u2066y"]')
    expect([headline, ...tags]).toEqual(['abc', 'xy'])
  })

  it('has a headline of one line', () => {
    expect(parse('Text.', 'headline: |\n  One\n  two').headline).toBe('One two')
  })

  it('is not needed', () => {
    expect(parseArticleMarkdown('# The headline\n\nText.')).toMatchObject({ headline: 'The headline', published: null })
  })
})
