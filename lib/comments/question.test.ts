import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { audit } from '@/db/schema/site'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeViewer, type Viewer } from '../people/viewer'
import { type ChangeKey, onChange } from '../write'
import { getConversation } from './comment-queries'
import { FIRST_VIEW } from './comment-view'
import { askQuestion } from './moderator-commands'
import { getAskedArticle, listAskedArticles } from './question-queries'
import { addPerson, publishArticle } from './test-conversation'

let fresh: FreshDatabase
let mo: Viewer
let articleId: number
beforeEach(async () => {
  fresh = openFreshDatabase()
  articleId = await publishArticle()
  mo = await addPerson('Mo', 'moderator')
})
afterEach(() => fresh.close())

it('stands above the composer, drops its conversation alone, and is noted once', async () => {
  const told: ChangeKey[] = []
  const stop = onChange((keys) => told.push(...keys))
  await askQuestion(mo, articleId, 'Would you cross it?')
  await askQuestion(mo, articleId, 'Would you cross it?')
  stop()
  expect(told).toEqual([`comments:${articleId}`])
  expect((await getConversation(articleId, FIRST_VIEW))?.question).toBe('Would you cross it?')
  expect(await getAskedArticle(mo, articleId)).toMatchObject({ question: 'Would you cross it?' })
  const lines = await database().select().from(audit).where(eq(audit.action, 'comments.question'))
  expect(lines).toHaveLength(1)
  expect(await listAskedArticles(mo, { isAsked: true, page: 1 })).toMatchObject({ total: 1 })
  await askQuestion(mo, articleId, '')
  expect(await listAskedArticles(mo, { isAsked: true, page: 1 })).toMatchObject({ total: 0 })
  expect(await listAskedArticles(mo, { isAsked: false, page: 1 })).toMatchObject({ cards: [{ question: '' }] })
})

it('is asked in the sections that a moderator is limited to, and by nobody else', async () => {
  const [section] = await database().select().from(sections).where(eq(sections.slug, 'news'))
  const elsewhere = unsafeViewer({
    ...{ id: mo.personId ?? 0, name: 'Mo', role: 'moderator' },
    sections: [(section?.id ?? 0) + 1],
  })
  expect(await getAskedArticle(elsewhere, articleId)).toBeNull()
  await expect(askQuestion(elsewhere, articleId, 'Why?')).rejects.toThrow(Refused)
  for (const viewer of [await addPerson('Wren', 'author'), await addPerson('Remy')]) {
    await expect(askQuestion(viewer, articleId, 'Why?')).rejects.toThrow(Refused)
    await expect(getAskedArticle(viewer, articleId)).rejects.toThrow(Refused)
    await expect(listAskedArticles(viewer, { isAsked: false, page: 1 })).rejects.toThrow(Refused)
  }
})
