import { describe, expect, it } from 'vitest'
import { cutToFit } from './cut-to-fit'
import { looksOf } from './shared-looks'

const place = {
  siteName: 'The Harbour Record',
  host: 'harbour.example',
  sections: [
    { slug: 'news', name: 'News', kind: 'news' as const },
    { slug: 'views', name: 'Views', kind: 'opinion' as const },
  ],
}
const values = {
  headline: 'The dam holds',
  standfirst: 'Engineers worked through the night.',
  section: 'news',
  slug: 'the-dam-holds',
  kind: 'news',
  direction: 'ltr',
  leadMedia: '12',
}
const LONG = 'Ministers knew of the flood risk for years before the dam above the valley failed in November'

describe('a text that is cut', () => {
  it('stays whole where there is room', () => {
    expect(cutToFit('The dam holds', 30)).toEqual({ shown: 'The dam holds', rest: '' })
    expect(cutToFit('', 30)).toEqual({ shown: '', rest: '' })
  })

  it('ends with a word, and loses nothing', () => {
    const { shown, rest } = cutToFit(LONG, 30)
    expect(shown).toMatch(/\w$/)
    expect(shown + rest).toBe(LONG)
    expect(rest).toMatch(/^ /)
    expect([...shown].length).toBeGreaterThan(50)
    expect([...shown].length).toBeLessThan(70)
  })

  it('ends where it must in one word, and between letters that are pairs of units', () => {
    expect(cutToFit('m'.repeat(100), 10).shown).toBe('m'.repeat(11))
    expect(cutToFit('😀'.repeat(20), 5).shown).toBe('😀'.repeat(5))
  })

  it('counts square letters whole, and marks above letters not at all', () => {
    expect(cutToFit('水'.repeat(40), 30).shown).toHaveLength(30)
    expect(cutToFit('e\u0301'.repeat(10), 5.4).rest).toBe('')
  })
})

describe('how an article looks elsewhere', () => {
  it('is what the head of its page says', () => {
    const { search, social, card, advice } = looksOf(values, place)
    expect(search.crumbs).toEqual(['harbour.example', 'news', 'the-dam-holds'])
    expect(search.title.shown).toBe('The dam holds | The Harbour Record')
    expect(social.headline.shown).toBe('The dam holds')
    expect(search.description.shown).toBe('Engineers worked through the night.')
    expect(card).toMatchObject({ kicker: 'News', mood: 'news', foot: '', picture: 12, size: 66 })
    expect(advice).toEqual([])
  })

  it('takes the words for searches and for sharing in the place of headline and standfirst', () => {
    const own = { seoTitle: 'Dam', seoDescription: 'For searches.', socialHeadline: 'Shared' }
    const { search, social, card } = looksOf({ ...values, ...own }, place)
    expect(search.title.shown).toBe('Dam | The Harbour Record')
    expect([search.description.shown, social.description.shown]).toEqual(['For searches.', 'For searches.'])
    expect(social.headline.shown).toBe('Shared')
    expect(card.headline.shown).toBe('The dam holds')
  })

  it('says what is cut, and after how much', () => {
    const { advice } = looksOf({ ...values, headline: LONG, standfirst: `${LONG}. ${LONG}` }, place)
    expect(advice).toEqual([
      expect.stringMatching(
        new RegExp(`^Searches cut the title after about \\d\\d characters: it has ${LONG.length}\\.$`),
      ),
      expect.stringMatching(/^Searches cut the description after about 1\d\d characters/),
      expect.stringMatching(/^Telephones cut the social headline/),
    ])
  })

  it('says what is missing, and what the card cannot hold', () => {
    const { advice, card } = looksOf({ section: 'views', headline: LONG.repeat(3) }, place)
    expect(card).toMatchObject({ kicker: 'Views', mood: 'opinion', picture: null, size: 52 })
    expect(advice).toEqual(
      expect.arrayContaining([
        'There is neither a search description nor a standfirst: searches choose words from the text.',
        'The headline does not fit on the card.',
        'Without a lead picture the card has words alone.',
      ]),
    )
    expect(looksOf({}, place).search).toMatchObject({ crumbs: ['harbour.example', '', '…'] })
  })
})
