import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { FreshDatabase } from '../operating/fresh-database'
import { onChange } from '../write'
import type { ArticleBody } from './article-body'
import { createArticle } from './article-commands'
import type { ArticleDraft } from './article-input'
import { getArticleBySlug } from './article-queries'
import { textOf } from './article-text'
import { lookOver } from './publish-gate'
import { kill, type PublishOrder, publish, reinstate, unpublish } from './publishing-commands'
import { draft, edit, HOUR, openNewsroom, operator, published, rowOf } from './test-newsroom'
import { deskText } from './working-copy'

const OTHER_WORDS: ArticleBody = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Other words.' }] }],
}

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await openNewsroom()
})
afterAll(() => fresh.close())

describe('an article that is before readers', () => {
  it('stays as it is while the desk changes it, until that is published', async () => {
    const { id, slug } = await published({ headline: 'What readers have' })
    await edit(id, { headline: 'What the desk has', tags: ['Dams'] })
    const found = await getArticleBySlug(slug)
    expect(found.is === 'article' && found.article.headline).toBe('What readers have')
    const row = await rowOf(id)
    expect((await deskText(database(), row)).text.headline).toBe('What the desk has')
    await publish(operator, id, { change: { kind: 'update', note: 'Adds the desk’s words.' } })
    const after = await getArticleBySlug(slug)
    expect(after.is === 'article' && [after.article.headline, after.article.tags[0]?.spelling]).toEqual([
      'What the desk has',
      'Dams',
    ])
    expect(after.is === 'article' && after.article.updatedAt).not.toBeNull()
    expect((await deskText(database(), await rowOf(id))).isCopy).toBe(false)
    expect((await rowOf(id)).revision).toBe(row.revision + 1)
  })

  it('says what an update of its terms alone changes: the sitemaps’ dates, and with an embargo every list', async () => {
    const { id } = await published({ tags: ['Dams'] })
    const changesOf = async (order: PublishOrder) => {
      const keys: string[] = []
      const stop = onChange((told) => keys.push(...told))
      await publish(operator, id, order)
      stop()
      return keys
    }
    const change = { kind: 'update' as const, note: '' }
    const takeDownAt = new Date(Date.now() + 48 * HOUR)
    expect(await changesOf({ change, takeDownAt })).toEqual([`article:${id}`, 'articles'])
    const lists = expect.arrayContaining(['latest', 'articles', 'section:news', 'tag:dams', 'author:wren'])
    expect(await changesOf({ change, embargoUntil: new Date(Date.now() + HOUR) })).toEqual(lists)
    expect(await changesOf({ change, embargoUntil: null })).toEqual(lists)
  })

  it.each<[string, Partial<ArticleDraft>, boolean]>([
    ['its headline', { headline: 'Another' }, true],
    ['its standfirst', { standfirst: 'Another.' }, true],
    ['its kicker', { kicker: 'Another' }, true],
    ['who it is by', { bylines: ['Wren', 'Lark'] }, true],
    ['the order of its authors', { bylines: ['Lark', 'Wren'] }, true],
    ['its kind', { kind: 'opinion' }, true],
    ['its language', { language: 'de' }, true],
    ['its body', { body: OTHER_WORDS }, false],
    ['its dateline', { dateline: 'Marram' }, false],
    ['its tags', { tags: ['Dams'] }, false],
    ['what searches show', { seoTitle: 'Another' }, false],
    ['its comments', { comments: 'closed' }, false],
  ])('changes its cards with %s only where they say it', async (_, change, isOnCards) => {
    const { id } = await published({ bylines: change.bylines?.[0] === 'Lark' ? ['Wren', 'Lark'] : ['Wren'] })
    await edit(id, change)
    const keys: string[] = []
    const stop = onChange((told) => keys.push(...told))
    await publish(operator, id, { change: { kind: 'update', note: '' } })
    stop()
    expect(keys).toContain(`article:${id}`)
    expect(keys.includes(`card:${id}`)).toBe(isOnCards)
  })

  it('tells nothing of a minor change, and prints a correction', async () => {
    const { id, slug } = await published()
    await edit(id, { standfirst: 'A comma,' })
    await publish(operator, id, { change: { kind: 'minor', note: '' } })
    const minor = await getArticleBySlug(slug)
    expect(minor.is === 'article' && minor.article.updatedAt).toBeNull()
    await edit(id, { standfirst: 'It was 1987.' })
    await publish(operator, id, { change: { kind: 'correction', note: 'An earlier version gave the wrong year.' } })
    const corrected = await getArticleBySlug(slug)
    expect(corrected.is === 'article' && corrected.article.corrections).toMatchObject([
      { kind: 'correction', text: 'An earlier version gave the wrong year.' },
    ])
  })

  it('is the desk’s text once it is taken from readers', async () => {
    const { id } = await published({ headline: 'Before' })
    await edit(id, { headline: 'After' })
    await unpublish(operator, id)
    expect((await rowOf(id)).headline).toBe('After')
    expect((await deskText(database(), await rowOf(id))).isCopy).toBe(false)
  })

  it('shows the headline that readers knew in the notice of its withdrawal', async () => {
    const { id, slug } = await published({ headline: 'As it was read' })
    await edit(id, { headline: 'As it never went out' })
    await kill(operator, id, 'Withdrawn.')
    await edit(id, { headline: 'Nor this' })
    const found = await getArticleBySlug(slug)
    expect(found.is === 'killed' && found.article.headline).toBe('As it was read')
    await reinstate(operator, id)
    expect((await rowOf(id)).headline).toBe('Nor this')
  })

  it('keeps its old address, whatever it is called and wherever it moves', async () => {
    const { id, slug } = await published()
    for (const [section, next] of [
      ['sport', 'second-name'],
      ['news', 'third-name'],
    ] as const) {
      await edit(id, { section, slug: next })
      await publish(operator, id)
    }
    expect(await getArticleBySlug(slug)).toEqual({ is: 'moved', section: 'news', slug: 'third-name' })
    expect(await getArticleBySlug('second-name')).toEqual({ is: 'moved', section: 'news', slug: 'third-name' })
    await edit(id, { slug })
    await publish(operator, id)
    expect((await getArticleBySlug(slug)).is).toBe('article')
  })
})

describe('a picture that was deleted', () => {
  const gone = {
    leadImage: { media: 99_999, alt: 'A dam', caption: '', credit: 'Wren' },
    body: { type: 'doc' as const, content: [{ type: 'image' as const, attrs: { media: 99_998, alt: 'Water' } }] },
  }

  it('keeps nobody from saving or publishing what still names it, and is shown to nobody', async () => {
    const { id } = await createArticle(operator, draft())
    await edit(id, gone)
    const row = await rowOf(id)
    const found = await lookOver(database(), row, await textOf(database(), row), new Date())
    const words = found.map((finding) => finding.words)
    expect(words).toContain('Its lead picture was deleted.')
    expect(words).toContain('Picture 99998 was deleted from the library: choose another, or take it out.')
    await publish(operator, id)
    expect(await rowOf(id)).toMatchObject({ state: 'published', leadImageId: null })
    await edit(id, { ...gone, headline: 'It broke again' })
    await publish(operator, id, { change: { kind: 'minor', note: '' } })
    expect(await rowOf(id)).toMatchObject({ headline: 'It broke again', leadImageId: null })
  })
})
