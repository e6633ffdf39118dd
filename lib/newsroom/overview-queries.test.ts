import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { mails } from '@/db/schema/mails'
import { authors } from '@/db/schema/people'
import { createArticle } from '../articles/article-commands'
import { noteGone, noteHere } from '../articles/editing/presence'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { addPerson } from '../people/person-commands'
import { type Role, unsafeOperator, unsafeViewer } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { write } from '../write'
import { getOverview } from './overview-queries'

const operator = unsafeOperator()
let fresh: FreshDatabase
let wrenId: number
beforeEach(async () => {
  fresh = openFreshDatabase()
  for (const slug of ['news', 'sport']) await saveSection(operator, { slug, name: slug })
  wrenId = (await addPerson(operator, { email: 'wren@news.example', name: 'Wren', role: 'author' })).id
  await article('Due', 'news', 'scheduled', new Date(Date.now() + 60_000))
  await article('Late', 'sport', 'scheduled', new Date(Date.now() - 60_000))
  await article('Handed in', 'news', 'in_review', null, ['Wren'])
  await article('A draft', 'sport', 'draft', null, ['Wren'])
  await write(async (tx) => void (await tx.update(authors).set({ personId: wrenId }).where(eq(authors.name, 'Wren'))))
})
afterEach(() => fresh.close())

async function article(
  headline: string,
  section: string,
  state: 'draft' | 'scheduled' | 'in_review',
  publishedAt: Date | null,
  bylines: string[] = [],
) {
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'A text.' }] }],
  }
  const { id } = await createArticle(operator, { headline, section, language: 'en', bylines, body })
  await write(async (tx) => void (await tx.update(articles).set({ state, publishedAt }).where(eq(articles.id, id))))
}

const viewer = (role: Role, limits: number[] | null = null) =>
  unsafeViewer({ id: wrenId, name: 'Wren', role, sections: limits })
const headlines = (rows: { headline: string }[]) => rows.map(({ headline }) => headline)

it('shows an editor what is due and late, and what was handed in', async () => {
  const { due, waiting, queues, health } = await getOverview(viewer('editor'))
  expect(due.map(({ headline, isLate }) => `${headline} ${isLate}`)).toEqual(['Late true', 'Due false'])
  expect(headlines(waiting)).toEqual(['Handed in'])
  expect(queues.map(({ name, size }) => `${name} ${size}`)).toEqual([
    ...['In review 1', 'Ready 0', 'Scheduled 2', 'Comments pending 0', 'Comments reported 0'],
  ])
  expect(health).toEqual([])
})

it('keeps an editor to their sections', async () => {
  const [sport] = await database().select().from(sections).where(eq(sections.slug, 'sport'))
  expect(headlines((await getOverview(viewer('editor', [sport?.id ?? 0]))).due)).toEqual(['Late'])
  expect(headlines((await getOverview(viewer('editor', []))).due)).toEqual([])
})

it('shows an author their own, and no queue', async () => {
  const { due, waiting, queues } = await getOverview(viewer('author'))
  expect(due).toEqual([])
  expect(headlines(waiting).sort()).toEqual(['A draft', 'Handed in'])
  expect(queues).toEqual([])
})

it('shows a moderator the conversation, and no headline of what they may not open', async () => {
  const { due, waiting, open, queues } = await getOverview(viewer('moderator'))
  expect([...due, ...waiting, ...open]).toEqual([])
  expect(queues.map(({ name }) => name)).toEqual(['Comments pending', 'Comments reported'])
})

it('gives an editor what was given to them', async () => {
  const [draft] = await database().select().from(articles).where(eq(articles.headline, 'A draft'))
  await write(async (tx) => {
    await tx
      .update(articles)
      .set({ assigneeId: wrenId })
      .where(eq(articles.id, draft?.id ?? 0))
  })
  expect(headlines((await getOverview(viewer('editor'))).waiting).sort()).toEqual(['A draft', 'Handed in'])
})

it('shows who has what open, to whoever may open it', async () => {
  const [sport] = await database().select().from(articles).where(eq(articles.headline, 'Late'))
  const ed = unsafeViewer({ id: wrenId, name: 'Ed', role: 'editor' })
  noteHere(ed, sport?.id ?? 0, 'a', true)
  expect((await getOverview(ed)).open).toMatchObject([{ headline: 'Late', by: ['Ed'] }])
  expect((await getOverview(viewer('editor', []))).open).toEqual([])
  expect((await getOverview(viewer('author'))).open).toEqual([])
  noteGone(sport?.id ?? 0, 'a')
  expect((await getOverview(ed)).open).toEqual([])
})

it('shows an admin how the house is', async () => {
  const mail = { recipient: 'x@news.example', subject: 'x', token: 'x', givenUpAt: new Date() }
  await write(async (tx) => void (await tx.insert(mails).values(mail)))
  const { health } = await getOverview(viewer('admin'))
  expect(health.map(({ about }) => about)).toEqual(['mail', 'mails', 'backup', 'disk'])
  expect(health[1]).toMatchObject({ state: 'fail', words: expect.stringContaining('1 were given up') })
})

it.each(['reader', 'commenter'] as const)('is not for a %s', async (role) => {
  await expect(getOverview(viewer(role))).rejects.toThrow(/may not/)
})
