import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { revisions } from '@/db/schema/articles'
import { versions } from '@/db/schema/publishing'
import type { FreshDatabase } from '../operating/fresh-database'
import { write } from '../write'
import { createArticle } from './article-commands'
import { textOf } from './article-text'
import { correct, embargo, publish } from './publishing-commands'
import { contentHashOf, findFlaw } from './revision-chain'
import { draft, edit, HOUR, openNewsroom, operator, published, rowOf, versionsOf } from './test-newsroom'

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await openNewsroom()
})
afterAll(() => fresh.close())

describe('the record of what readers got', () => {
  it('holds each text that readers had, bound in a chain', async () => {
    const { id } = await published({ headline: 'One' })
    await edit(id, { headline: 'Never read' })
    await edit(id, { headline: 'Two' })
    await publish(operator, id, { change: { kind: 'update', note: 'More.' } })
    await correct(operator, id, { kind: 'clarification', text: 'As was said.' })
    const kept = await versionsOf(id)
    expect(kept.map(({ number, kind, note, content }) => [number, kind, note, content.headline])).toEqual([
      [1, 'published', '', 'One'],
      [2, 'update', 'More.', 'Two'],
      [3, 'clarification', 'As was said.', 'Two'],
    ])
    expect(findFlaw(kept)).toBeNull()
    const content = textOf(database(), await rowOf(id))
    expect(kept[2]?.content.headline).toBe((await content).headline)
  })

  it('holds nothing that was changed before readers could see it', async () => {
    const { id } = await createArticle(operator, draft({ headline: 'Secret' }))
    await embargo(operator, id, new Date(Date.now() + HOUR))
    await publish(operator, id)
    await edit(id, { headline: 'Still secret' })
    await publish(operator, id)
    expect((await versionsOf(id)).map(({ content }) => content.headline)).toEqual(['Still secret'])
    await embargo(operator, id, null)
    await edit(id, { headline: 'Open' })
    await publish(operator, id)
    const kept = await versionsOf(id)
    expect(kept.map(({ number, content }) => [number, content.headline])).toEqual([
      [1, 'Still secret'],
      [2, 'Open'],
    ])
    expect(findFlaw(kept)).toBeNull()
  })

  it('begins with what readers had, for an article that is older than the record', async () => {
    const { id } = await published({ headline: 'Old' })
    await write((tx) => tx.delete(versions).where(eq(versions.articleId, id)) as never)
    await edit(id, { headline: 'New' })
    await publish(operator, id, { change: { kind: 'update', note: '' } })
    expect((await versionsOf(id)).map(({ kind, content }) => [kind, content.headline])).toEqual([
      ['published', 'Old'],
      ['update', 'New'],
    ])
  })

  it('dates what is dated back', async () => {
    const { id } = await createArticle(operator, draft())
    const at = new Date(Date.UTC(2023, 8, 12, 15, 5, 44))
    await publish(operator, id, { at })
    expect((await versionsOf(id))[0]).toMatchObject({ at, visibleFrom: at })
  })
})

describe('revisions', () => {
  it('are bound to each other by their hashes, working copies among them', async () => {
    const { id } = await published()
    await edit(id, { headline: 'Again', bylines: ['Wren', 'Ed'] })
    const kept = await database()
      .select()
      .from(revisions)
      .where(eq(revisions.articleId, id))
      .orderBy(asc(revisions.number))
    expect(kept.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(kept[2]?.content).toMatchObject({ headline: 'Again', bylines: ['Wren', 'Ed'], state: 'published' })
    const links = kept.map(({ number, previousHash, content, savedAt, reason, hash }) => ({
      ...{ number, previousHash, content, contentHash: contentHashOf(content), hash },
      ...{ at: savedAt, kind: reason, note: '' },
    }))
    expect(findFlaw(links)).toBeNull()
  })
})
