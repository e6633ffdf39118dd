import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { audit } from '@/db/schema/site'
import type { FreshDatabase } from '../operating/fresh-database'
import { Refused, type Viewer } from '../people/viewer'
import { createArticle, duplicateArticle, rewriteArticle } from './article-commands'
import { getArticleBySlug } from './article-queries'
import { StaleRevision, WrongState } from './authority'
import { arrange } from './desk/arrangement-commands'
import { accept, bin, restore, sendBack, submit, withdraw } from './desk-commands'
import { correct, embargo, kill, publish, reinstate, schedule, unpublish, unschedule } from './publishing-commands'
import { draft, edit, HOUR, openNewsroom, operator, person, published, rowOf } from './test-newsroom'

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await openNewsroom()
})
afterAll(() => fresh.close())

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
    await arrange(ed, id, { assigneeId: ed.personId, deadlineAt: new Date(Date.now() + HOUR) })
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
    assign: (viewer, id) => arrange(viewer, id, { assigneeId: null, deadlineAt: null }),
    bin: (viewer, id) => bin(viewer, id),
    duplicate: (viewer, id) => duplicateArticle(viewer, id),
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
