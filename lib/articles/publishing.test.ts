import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { revisions } from '@/db/schema/articles'
import { people } from '@/db/schema/people'
import { versions } from '@/db/schema/publishing'
import { audit } from '@/db/schema/site'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, type Role, unsafeOperator, unsafeViewer, type Viewer } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { onChange, write } from '../write'
import { createArticle, rewriteArticle } from './article-commands'
import { type ArticleDraft, articleInputSchema } from './article-input'
import { getArticleBySlug } from './article-queries'
import { findRow } from './article-record'
import { textOf } from './article-text'
import { StaleRevision, WrongState } from './authority'
import { accept, assign, bin, restore, sendBack, submit, withdraw } from './desk-commands'
import {
  correct,
  embargo,
  kill,
  type PublishOrder,
  publish,
  reinstate,
  schedule,
  unpublish,
  unschedule,
} from './publishing-commands'
import { contentHashOf, findFlaw } from './revision-chain'
import { deskText, keepText } from './working-copy'

const operator = unsafeOperator()
const HOUR = 3_600_000
let fresh: FreshDatabase
let made = 0

beforeAll(async () => {
  fresh = openFreshDatabase()
  for (const [position, slug] of ['news', 'sport'].entries()) {
    await saveSection(operator, { slug, name: slug, description: '', kind: 'news', position } as never)
  }
})
afterAll(() => fresh.close())

const draft = (more: Partial<ArticleDraft> = {}): ArticleDraft => {
  made += 1
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'It broke.' }] }],
  }
  return { section: 'news', language: 'en', headline: `The dam broke ${made}`, bylines: ['Wren'], body, ...more }
}
const rowOf = (id: number) => findRow(database(), id)
const versionsOf = (id: number) =>
  database().select().from(versions).where(eq(versions.articleId, id)).orderBy(asc(versions.number))
const edit = (id: number, more: Partial<ArticleDraft>) =>
  write(async (tx) => {
    const row = await findRow(tx, id)
    const { text } = await deskText(tx, row)
    await keepText(tx, operator, row, articleInputSchema.parse({ ...text, ...more }), 'saved')
  })
const published = async (more: Partial<ArticleDraft> = {}) => {
  const article = await createArticle(operator, draft(more))
  await publish(operator, article.id)
  return article
}

async function person(role: Role, sections: string[] = []): Promise<Viewer> {
  made += 1
  const email = `${role}${made}@example.org`
  return write(async (tx) => {
    const [row] = await tx.insert(people).values({ name: role, email, mailbox: email, role }).returning()
    const { id } = row as { id: number }
    const limits = sections.map((slug) => (slug === 'news' ? 1 : 2))
    return unsafeViewer({ id, name: role, role, sections: limits.length > 0 ? limits : null })
  })
}

describe('the way of an article', () => {
  it('goes from its writer over the desk to its readers, each step on record', async () => {
    const wren = await person('author')
    const ed = await person('editor')
    const { id, slug } = await createArticle(wren, draft())
    await submit(wren, id)
    await sendBack(ed, id, 'Who says so?')
    await submit(wren, id)
    await withdraw(wren, id)
    await submit(wren, id)
    await assign(ed, id, { assigneeId: ed.personId, deadlineAt: new Date(Date.now() + HOUR) })
    await accept(ed, id)
    await publish(ed, id)
    expect((await getArticleBySlug(slug)).is).toBe('article')
    await unpublish(ed, id)
    expect((await getArticleBySlug(slug)).is).toBe('nothing')
    await publish(ed, id)
    await kill(ed, id, 'It was wrong.')
    expect((await getArticleBySlug(slug)).is).toBe('killed')
    await reinstate(operator, id)
    expect((await getArticleBySlug(slug)).is).toBe('nothing')
    await bin(ed, id)
    await restore(ed, id)
    const rows = await database()
      .select()
      .from(audit)
      .where(eq(audit.subject, `article:${id}`))
      .orderBy(audit.id)
    expect(rows.map(({ action }) => action.replace('article.', ''))).toEqual([
      ...['create', 'submit', 'return', 'submit', 'withdraw', 'submit', 'assign', 'accept', 'publish', 'unpublish'],
      ...['publish', 'kill', 'reinstate', 'bin', 'restore'],
    ])
    expect(rows.find(({ action }) => action === 'article.return')?.detail).toMatchObject({ why: 'Who says so?' })
  })

  it('does nothing twice', async () => {
    const { id } = await published()
    const before = await rowOf(id)
    await publish(operator, id)
    await kill(operator, id, 'Wrong.')
    const killed = await rowOf(id)
    await kill(operator, id, 'Wrong again.')
    expect(await rowOf(id)).toEqual(killed)
    expect(killed.revision).toBe(before.revision + 1)
  })

  it('refuses what does not follow from where the article is', async () => {
    const { id } = await createArticle(operator, draft())
    await expect(kill(operator, id, 'No.')).rejects.toThrow(WrongState)
    await expect(unschedule(operator, id)).rejects.toThrow(WrongState)
    await expect(reinstate(operator, id)).rejects.toThrow(WrongState)
    await bin(operator, id)
    await expect(publish(operator, id)).rejects.toThrow('in the bin')
    await expect(schedule(operator, id, new Date(Date.now() + HOUR))).rejects.toThrow(WrongState)
  })

  it('refuses whoever looked at an older revision', async () => {
    const { id } = await createArticle(operator, draft())
    const { revision } = await rowOf(id)
    await edit(id, { headline: 'Other words' })
    await expect(publish(operator, id, { base: revision })).rejects.toThrow(StaleRevision)
    await expect(accept(operator, id, { base: revision })).rejects.toThrow(StaleRevision)
    await publish(operator, id, { base: revision + 1 })
  })
})

describe('whoever may not', () => {
  const DOORS: Record<string, (viewer: Viewer, id: number) => Promise<unknown>> = {
    publish: (viewer, id) => publish(viewer, id),
    schedule: (viewer, id) => schedule(viewer, id, new Date(Date.now() + HOUR)),
    embargo: (viewer, id) => embargo(viewer, id, null),
    accept: (viewer, id) => accept(viewer, id),
    rewrite: (viewer, id) => rewriteArticle(viewer, id, draft()),
    correct: (viewer, id) => correct(viewer, id, { kind: 'note', text: 'x' }),
    assign: (viewer, id) => assign(viewer, id, { assigneeId: null, deadlineAt: null }),
    bin: (viewer, id) => bin(viewer, id),
  }

  it.each(['reader', 'commenter', 'moderator', 'author'] as const)('a %s is refused at every door', async (role) => {
    const viewer = await person(role)
    const { id } = await createArticle(operator, draft())
    const before = await rowOf(id)
    for (const [name, door] of Object.entries(DOORS)) await expect(door(viewer, id), name).rejects.toThrow(Refused)
    expect(await rowOf(id)).toEqual(before)
  })

  it('an author cannot publish their own either', async () => {
    const wren = await person('author')
    const { id } = await createArticle(wren, draft())
    for (const name of ['publish', 'schedule', 'embargo', 'accept', 'rewrite', 'correct', 'assign'])
      await expect(DOORS[name]?.(wren, id), name).rejects.toThrow(Refused)
    await bin(wren, id)
  })

  it('an editor of another section is refused, and cannot move one there', async () => {
    const ed = await person('editor', ['sport'])
    const { id } = await createArticle(operator, draft())
    for (const [name, door] of Object.entries(DOORS)) await expect(door(ed, id), name).rejects.toThrow(Refused)
    await expect(createArticle(ed, draft({ section: 'news' }))).rejects.toThrow(Refused)
    const own = await createArticle(ed, draft({ section: 'sport' }))
    await expect(rewriteArticle(ed, own.id, draft({ section: 'news' }))).rejects.toThrow(Refused)
    await publish(ed, own.id)
    await edit(own.id, { section: 'news' })
    await expect(publish(ed, own.id)).rejects.toThrow(Refused)
  })
})

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
