import { describe, expect, it } from 'vitest'
import {
  type Arrangement,
  ArrangementRefused,
  backfillWith,
  cardsOf,
  EMPTY,
  move,
  moveTo,
  override,
  place,
  remove,
  replace,
} from './arrangement'
import { changesBetween } from './arrangement-changes'
import { warningsOf } from './arrangement-warnings'
import type { ContainerName } from './containers'

const NOW = new Date('2026-11-25T12:00:00Z')
const HOUR = 3_600_000
const news = (articleId: number) => ({ container: 'news' as const, articleId })
const lead = (articleId: number) => ({ container: 'lead' as const, articleId })
const ids = (arrangement: Arrangement, container: ContainerName) =>
  cardsOf(arrangement, container).map(({ articleId }) => articleId)
const unworded = { size: 'standard', headline: null, trail: null, kicker: null } as const
const withNews = (...articleIds: number[]) =>
  articleIds.reduceRight((arrangement, id) => place('home', arrangement, news(id), NOW), EMPTY)

describe('an arrangement', () => {
  it('takes a new card at the top', () => {
    expect(ids(withNews(1, 2, 3), 'news')).toEqual([1, 2, 3])
  })

  it('lets a lead take the place of the lead', () => {
    const first = place('home', withNews(1), lead(2), NOW)
    expect(ids(place('home', first, lead(3), NOW), 'lead')).toEqual([3])
  })

  it('holds an article once in a container, and no more cards than there is room', () => {
    expect(() => place('home', withNews(1), news(1), NOW)).toThrow('The article is in Top news already.')
    expect(() => place('home', withNews(1, 2, 3, 4, 5, 6, 7, 8), news(9), NOW)).toThrow('Top news holds 8 cards.')
  })

  it('knows no other container than its front has', () => {
    expect(() => place('politics', EMPTY, { container: 'opinion', articleId: 1 }, NOW)).toThrow(ArrangementRefused)
    expect(() => place('home', EMPTY, { container: 'constructor' as never, articleId: 1 }, NOW)).toThrow('There is no')
  })

  it('moves a card by a step, and stays at the ends', () => {
    const three = withNews(1, 2, 3)
    expect(ids(move('home', three, news(3), 'up'), 'news')).toEqual([1, 3, 2])
    expect(ids(move('home', three, news(1), 'down'), 'news')).toEqual([2, 1, 3])
    expect(ids(move('home', three, news(1), 'up'), 'news')).toEqual([1, 2, 3])
    expect(ids(move('home', three, news(3), 'down'), 'news')).toEqual([1, 2, 3])
  })

  it('moves a card to another container with what the front says of it', () => {
    const words = { size: 'big', headline: 'Ours', trail: null, kicker: null, picture: 'own', imageId: null } as const
    const worded = override('home', withNews(1, 2), news(2), { ...words, sublinks: [1] })
    const moved = moveTo('home', worded, news(2), { container: 'lead', position: 9 })
    expect(ids(moved, 'news')).toEqual([1])
    expect(cardsOf(moved, 'lead')).toMatchObject([{ articleId: 2, headline: 'Ours', size: 'lead' }])
    expect(() =>
      moveTo('home', place('home', worded, lead(1), NOW), news(1), { container: 'lead', position: 0 }),
    ).toThrow('already')
  })

  it('forgets the words of a card that is replaced, and keeps its place', () => {
    const words = { size: 'big', headline: 'Ours', trail: null, kicker: null, picture: 'none', imageId: 4 } as const
    const worded = override('home', withNews(1, 2, 3), news(2), { ...words, sublinks: [] })
    expect(cardsOf(worded, 'news')[1]).toMatchObject({ headline: 'Ours', imageId: null, sublinks: [] })
    const replaced = replace('home', worded, news(2), 7, NOW)
    expect(ids(replaced, 'news')).toEqual([1, 7, 3])
    expect(cardsOf(replaced, 'news')[1]).toMatchObject({ headline: null, picture: 'own', size: 'big' })
    expect(() => replace('home', replaced, news(2), 8, NOW)).toThrow('no longer in Top news')
    expect(() => replace('home', replaced, news(7), 1, NOW)).toThrow('already')
  })

  it('is the same when what is gone is removed again', () => {
    expect(ids(remove('home', remove('home', withNews(1, 2), news(1)), news(1)), 'news')).toEqual([2])
  })
})

describe('changesBetween', () => {
  it('finds nothing in what is the same', () => {
    expect(changesBetween('home', withNews(1, 2), withNews(1, 2))).toEqual([])
  })

  it('says once what happened to each card', () => {
    const before = place('home', withNews(1, 2, 3), lead(9), NOW)
    const after = backfillWith(
      'home',
      remove('home', moveTo('home', before, news(1), { container: 'lead', position: 0 }), news(3)),
      'news',
      { tag: 'floods' },
    )
    expect(changesBetween('home', before, place('home', after, news(5), NOW))).toEqual([
      { is: 'moved', articleId: 1, container: 'Lead story', from: 'Top news' },
      { is: 'removed', articleId: 9, container: 'Lead story' },
      { is: 'added', articleId: 5, container: 'Top news' },
      { is: 'removed', articleId: 3, container: 'Top news' },
      { is: 'refilled', container: 'Top news' },
    ])
  })

  it('sees another order, and other words', () => {
    const words = {
      size: 'standard',
      headline: 'Ours',
      trail: null,
      kicker: null,
      picture: 'own',
      imageId: null,
    } as const
    const after = override('home', withNews(2, 1), news(1), { ...words, sublinks: [] })
    expect(changesBetween('home', withNews(1, 2), after)).toEqual([
      { is: 'reworded', articleId: 1, container: 'Top news' },
      { is: 'reordered', container: 'Top news' },
    ])
  })
})

describe('warningsOf', () => {
  const story = (id: number, facts = {}) =>
    [id, { id, isPublic: true, wasKilled: false, publishedAt: NOW, hasPicture: true, ...facts }] as const
  const words = (arrangement: Arrangement, ...stories: ReturnType<typeof story>[]) =>
    warningsOf('home', arrangement, new Map(stories), NOW).map((each) => `${each.articleId}: ${each.words}`)

  it('says nothing of a front that is in order', () => {
    expect(words(place('home', withNews(1, 2), lead(3), NOW), story(1), story(2), story(3))).toEqual([])
  })

  it('says that the picture of a card was deleted, and wants another in a place for one', () => {
    const deleted = { ...unworded, picture: 'other' as const, imageId: null, sublinks: [] }
    const arrangement = override('home', place('home', withNews(1), lead(2), NOW), lead(2), deleted)
    expect(words(arrangement, story(1), story(2))).toEqual([
      '2: Its picture was deleted. The article’s own stands in its place.',
    ])
    expect(words(arrangement, story(1), story(2, { hasPicture: false }))).toEqual([
      '2: Its picture was deleted. The article’s own stands in its place.',
      '2: No picture in a place for one.',
    ])
  })

  it('names what stands twice, is old, is hidden, is withdrawn, or lacks its picture', () => {
    const arrangement = place('home', withNews(1, 2, 3), lead(1), NOW)
    const old = new Date(NOW.getTime() - 49 * HOUR)
    expect(
      words(
        arrangement,
        story(1, { publishedAt: old, hasPicture: false }),
        story(2, { isPublic: false }),
        story(3, { isPublic: false, wasKilled: true }),
      ),
    ).toEqual([
      '1: Also in Top news.',
      '1: More than two days old.',
      '1: No picture in a place for one.',
      '1: Also in Lead story.',
      '2: Not public. Readers do not see this card before it is.',
      '3: Withdrawn. Readers do not see this card.',
    ])
  })
})
