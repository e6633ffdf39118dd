import { describe, expect, it } from 'vitest'
import { type ArticleDraft, articleInputSchema } from './article-input'
import { type CheckFacts, findingsOf, type KnownPicture, linksIn } from './publish-checks'

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })
const whole: ArticleDraft = {
  ...{ section: 'news', language: 'en', headline: 'The dam broke', standfirst: 'At dawn.', bylines: ['Wren'] },
  ...{ tags: ['Dams'], body: { type: 'doc', content: [paragraph('It broke at dawn.')] } },
  leadImage: { media: 1, alt: 'The dam', caption: '', credit: 'Lena Ortiz' },
}
const picture = (more: Partial<KnownPicture> = {}): KnownPicture => ({
  ...{ id: 1, name: 'dam', alt: '', decorative: false, credit: '', licence: 'own work', licenceEndsAt: null },
  ...more,
})
const AT = new Date(Date.UTC(2026, 10, 24))

function check(draft: Partial<ArticleDraft> = {}, facts: Partial<CheckFacts> = {}): string[] {
  const text = articleInputSchema.parse({ ...whole, ...draft })
  const all = { isSectionKnown: true, pictures: new Map([[1, picture()]]), deadLinks: [], openNotes: 0, at: AT }
  return findingsOf({ text, ...all, ...facts }).map(({ level, key }) => `${level === 'blocking' ? '×' : '!'} ${key}`)
}
const withBody = (...content: unknown[]) => ({ body: { type: 'doc', content } }) as Partial<ArticleDraft>

describe('findingsOf', () => {
  it('finds nothing in an article that has everything', () => {
    expect(check()).toEqual([])
  })

  it('blocks what has no headline, section, byline or text', () => {
    const text = { ...articleInputSchema.parse(whole), headline: ' ' }
    expect(check({}, { text })).toEqual(['× headline'])
    expect(check({}, { isSectionKnown: false })).toEqual(['× section'])
    expect(check({ bylines: [] })).toEqual(['× byline'])
    expect(check({ ...withBody(), leadImage: null })).toEqual(['× body', '! lead-image'])
  })

  it.each([
    ['headline', { headline: 'TK people flee' }],
    ['standfirst', { standfirst: 'Some (TK) of them.' }],
    ['kicker', { kicker: 'TKTK' }],
    ['keyPoints', { keyPoints: ['One', 'TK'] }],
    ['body', withBody(paragraph('They were TK.'))],
    ['body', withBody({ type: 'factBox', attrs: { title: 'TK' }, content: [paragraph('x')] })],
    ['body', { leadImage: { media: 1, alt: 'TK', caption: '', credit: 'x' } }],
  ])('blocks a placeholder in the %s', (field, draft) => {
    expect(check(draft as Partial<ArticleDraft>)).toEqual([`× tk:${field}`])
  })

  it('takes no part of a word for a placeholder', () => {
    expect(check(withBody(paragraph('The ATK, TK2 and TKs of Batkin; Tk and tk.')))).toEqual([])
  })

  it('blocks pictures without alt text, credit and licence, wherever they stand', () => {
    const none = { media: 1, alt: '', caption: '', credit: '' }
    const bare = { pictures: new Map([[1, picture({ licence: '' })]]) }
    const findings = ['× alt:1', '× credit:1', '× licence:1']
    expect(check({ leadImage: none }, bare)).toEqual(findings)
    const image = { type: 'image', attrs: none }
    expect(check({ leadImage: null, ...withBody(image) }, bare)).toEqual([...findings, '! lead-image'])
    const gallery = { type: 'gallery', attrs: { pictures: [none] } }
    expect(check({ leadImage: null, ...withBody(paragraph('x'), gallery) }, bare)).toEqual([
      ...findings,
      '! lead-image',
    ])
  })

  it('lets a decorative picture be without alt text, and takes the library’s credit', () => {
    const known = { pictures: new Map([[1, picture({ decorative: true, credit: 'Lena Ortiz' })]]) }
    const leadImage = { media: 1, alt: '', caption: '', credit: '' }
    expect(check({ leadImage }, known)).toEqual([])
    const described = { pictures: new Map([[1, picture({ alt: 'The dam', credit: 'Lena Ortiz' })]]) }
    expect(check({ leadImage }, described)).toEqual([])
    expect(check({ leadImage, ...withBody({ type: 'image', attrs: leadImage }) }, described)).toEqual(['× alt:1'])
  })

  it('blocks what is licensed no longer when it goes out, and warns a week before', () => {
    const ending = (days: number) => ({
      pictures: new Map([[1, picture({ licenceEndsAt: new Date(AT.getTime() + days * 86_400_000) })]]),
    })
    expect(check({}, ending(0))).toEqual(['× licence-ended:1'])
    expect(check({}, ending(6))).toEqual(['! licence-ends:1'])
    expect(check({}, ending(8))).toEqual([])
  })

  it('blocks a picture that is gone, and links of ours that lead nowhere', () => {
    expect(check({}, { pictures: new Map(), deadLinks: ['/news/nowhere'] })).toEqual([
      '× picture:1',
      '× link:/news/nowhere',
    ])
  })

  it('warns of what could be better, after what blocks', () => {
    const draft = { headline: 'x'.repeat(71), standfirst: '', tags: [], leadImage: null, bylines: [] }
    expect(check(draft, { openNotes: 2 })).toEqual([
      ...['× byline', '! long-headline', '! standfirst', '! tags', '! lead-image', '! notes'],
    ])
  })
})

describe('linksIn', () => {
  it('finds each address once, however deep it stands', () => {
    const link = (href: string) => ({
      type: 'text',
      text: 'x',
      marks: [{ type: 'bold' }, { type: 'link', attrs: { href } }],
    })
    const content = [
      { type: 'paragraph', content: [link('/news/a'), link('https://x.example')] },
      { type: 'blockquote', content: [{ type: 'paragraph', content: [link('/news/a'), link('#part')] }] },
    ]
    expect(linksIn(articleInputSchema.parse({ ...whole, ...withBody(...content) }))).toEqual([
      ...['/news/a', 'https://x.example', '#part'],
    ])
  })
})
