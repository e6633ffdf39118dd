import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { audit } from '@/db/schema/site'
import type { FreshDatabase } from '../operating/fresh-database'
import { Refused } from '../people/viewer'
import { createArticle, duplicateArticle } from './article-commands'
import { LONGEST_HEADLINE } from './article-input'
import { getArticleBySlug } from './article-queries'
import { ArticleNotFound } from './article-record'
import { textOf } from './article-text'
import { holdArticle } from './editing/article-lock'
import { embargo, kill } from './publishing-commands'
import { draft, edit, HOUR, openNewsroom, operator, person, published, rowOf } from './test-newsroom'

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await openNewsroom()
})
afterAll(() => fresh.close())

describe('a duplicate', () => {
  it('says what the desk has, and is an article of its own that nobody reads', async () => {
    const ed = await person('editor')
    const { id } = await published({ tags: ['Dam', 'Rain'], bylines: ['Ana Ruiz', 'Owen Hale'], kicker: 'Floods' })
    await edit(id, { standfirst: 'Not live yet.' })
    const before = await rowOf(id)
    const made = await duplicateArticle(ed, id)
    const [source, copy] = [await textOf(database(), before), await textOf(database(), await rowOf(made.id))]
    expect(copy).toEqual({
      ...source,
      ...{ standfirst: 'Not live yet.', headline: `Copy of ${source.headline}`, slug: made.slug },
    })
    expect(await rowOf(made.id)).toMatchObject({
      ...{ state: 'draft', publishedAt: null, embargoUntil: null, assigneeId: null, begunBy: ed.personId, revision: 1 },
    })
    expect((await getArticleBySlug(made.slug)).is).toBe('nothing')
    expect(await rowOf(id)).toEqual(before)
    const actions = await database()
      .select({ action: audit.action, detail: audit.detail })
      .from(audit)
      .where(eq(audit.subject, `article:${made.id}`))
    expect(actions.map(({ action }) => action)).toEqual(['article.create', 'article.duplicate'])
    expect(actions[1]?.detail).toMatchObject({ of: id })
  })

  it('of a duplicate has another address, and a long headline still fits', async () => {
    const { id } = await createArticle(operator, draft({ headline: 'x'.repeat(LONGEST_HEADLINE) }))
    const [one, other] = [await duplicateArticle(operator, id), await duplicateArticle(operator, id)]
    expect(one.slug).not.toBe(other.slug)
    expect((await rowOf(one.id)).headline).toHaveLength(LONGEST_HEADLINE)
  })

  it('can be made of what was killed or is held, by whoever may read it there', async () => {
    const { id } = await published()
    await kill(operator, id, 'Withdrawn')
    await holdArticle(await person('editor'), id, 'Legal')
    expect((await rowOf((await duplicateArticle(operator, id)).id)).state).toBe('draft')
  })

  it('is made by no writer of what is not theirs, embargoed or not, and of nothing', async () => {
    const wren = await person('author')
    const own = await createArticle(wren, draft())
    expect((await rowOf((await duplicateArticle(wren, own.id)).id)).begunBy).toBe(wren.personId)
    const { id } = await published()
    await embargo(operator, id, new Date(Date.now() + HOUR))
    const count = async () => (await database().select({ id: articles.id }).from(articles)).length
    const before = await count()
    await expect(duplicateArticle(wren, id)).rejects.toThrow(Refused)
    await expect(duplicateArticle(operator, 999_999)).rejects.toThrow(ArticleNotFound)
    expect(await count()).toBe(before)
  })
})
