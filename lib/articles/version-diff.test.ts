import { describe, expect, it } from 'vitest'
import { type ArticleDraft, articleInputSchema } from './article-input'
import { versionOf } from './version'
import { type ChangedPart, countChanged, diffVersions } from './version-diff'

const paragraph = (text: string, more: object = {}) => ({
  ...{ type: 'paragraph' as const, content: [{ type: 'text' as const, text, ...more }] },
})
const version = (draft: Partial<ArticleDraft> = {}, ...texts: (string | object)[]) =>
  versionOf(
    articleInputSchema.parse({
      ...{ section: 'news', language: 'en', headline: 'The dam broke' },
      body: { type: 'doc', content: texts.map((text) => (typeof text === 'string' ? paragraph(text) : text)) },
      ...draft,
    }),
  )
/** As a reader would write it down: what went in brackets, what came between plus signs. */
const written = (parts: ChangedPart[]) =>
  parts.map(({ place, pieces, isSilent }) => {
    const words = pieces.map(({ is, text }) => (is === 'added' ? `+${text}+` : is === 'removed' ? `[${text}]` : text))
    return `${place}${isSilent ? '*' : ''}: ${words.join('')}`
  })
const changed = (before: ReturnType<typeof version>, after: ReturnType<typeof version>) =>
  written(diffVersions(before, after))

describe('diffVersions', () => {
  it('says nothing of what stayed', () => {
    const same = version({ standfirst: 'At dawn.', keyPoints: ['One'] }, 'It broke.')
    expect(diffVersions(same, same)).toEqual([])
  })

  it('shows the words that changed in each field', () => {
    const before = version({ standfirst: 'At dawn.', bylines: ['Wren'], keyPoints: ['One'] })
    const after = version({
      headline: 'The dam held',
      standfirst: '',
      bylines: ['Wren', 'Ed'],
      keyPoints: ['One', 'Two'],
    })
    expect(changed(before, after)).toEqual([
      'Headline: The dam [broke]+held+',
      'Standfirst: [At dawn.]',
      'Byline: Wren+, Ed+',
      'Key points: One+\nTwo+',
    ])
  })

  it('shows the words that changed within a paragraph, and leaves the others out', () => {
    const before = version({}, 'First.', 'The dam was built in 1978 by the county.', 'Last.')
    const after = version({}, 'First.', 'The dam was built in 1987 by the county.', 'Last.')
    expect(changed(before, after)).toEqual(['Text: The dam was built in [1978]+1987+ by the county.'])
  })

  it('shows paragraphs that went and that came, each in its place', () => {
    const before = version({}, 'Alpha beta gamma.', 'Delta epsilon zeta.', 'Eta theta iota.')
    const after = version({}, 'Alpha beta gamma.', 'Kappa lambda mu.', 'Eta theta iota.', 'Nu xi omicron.')
    expect(changed(before, after)).toEqual([
      ...['Text: +Kappa lambda mu.+', 'Text: [Delta epsilon zeta.]', 'Text: +Nu xi omicron.+'],
    ])
  })

  it('recognises a paragraph that was changed beside one that came', () => {
    const before = version({}, 'The council met on Monday evening.')
    const after = version({}, 'Something else entirely happened.', 'The council met on Tuesday evening.')
    expect(changed(before, after)).toEqual([
      ...['Text: +Something else entirely happened.+', 'Text: The council met on [Monday]+Tuesday+ evening.'],
    ])
  })

  it('says that a link changed without a word being another', () => {
    const linked = (href: string) => paragraph('Read it.', { marks: [{ type: 'link', attrs: { href } }] })
    expect(changed(version({}, linked('/a')), version({}, linked('/b')))).toEqual(['Text*: Read it.'])
  })

  it('tells pictures by what stands beside them', () => {
    const image = (alt: string) => ({ type: 'image', attrs: { media: 1, alt, caption: '', credit: 'Lena Ortiz' } })
    expect(changed(version({}, image('The dam')), version({}, image('The lake')))).toEqual([
      'Picture: The [dam]+lake+ · Lena Ortiz',
    ])
  })

  it('does not take a change of ids for a change', () => {
    const block = (id: string) => ({ ...paragraph('x'), attrs: { id } })
    expect(changed(version({}, block('aaaaaaaa')), version({}, block('bbbbbbbb')))).toEqual([])
  })

  it('takes two long texts that have nothing in common for two texts', () => {
    const long = (seed: string) => Array.from({ length: 20_000 }, (_, index) => `${seed}${index}`).join(' ')
    const parts = diffVersions(version({}, long('a')), version({}, long('b')))
    expect(parts.flatMap(({ pieces }) => pieces.map(({ is }) => is))).toEqual(['added', 'removed'])
  })
})

describe('countChanged', () => {
  it('counts words', () => {
    expect(countChanged(diffVersions(version({}, 'One two three.'), version({}, 'One two four five.')))).toEqual({
      ...{ added: 2, removed: 1 },
    })
  })
})
