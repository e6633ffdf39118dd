import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { createArticle } from '../articles/article-commands'
import { publish } from '../articles/publishing-commands'
import { readBody } from '../comments/comment-input'
import { misplaced, recount } from '../comments/recount-sql'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { loadDemoConversations } from './demo-conversations'

const FILE = 'db/seed/conversations.json'
const demo = JSON.parse(readFileSync(FILE, 'utf8'))
const operator = unsafeOperator()
let fresh: FreshDatabase

beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'news', name: 'News' })
  for (const { article } of demo.conversations) {
    const { id } = await createArticle(operator, { section: 'news', language: 'en', headline: article, slug: article })
    await publish(operator, id, { at: new Date(Date.now() - 86_400_000) })
  }
})
afterEach(() => fresh.close())

it('has conversations whose numbers are right, and has them once', async () => {
  await loadDemoConversations(FILE)
  const count = (await database().select().from(comments)).length
  expect(count).toBeGreaterThan(30)
  await loadDemoConversations(FILE)
  expect(await database().select().from(comments)).toHaveLength(count)
  for (const { id } of await database().select({ id: articles.id }).from(articles)) {
    expect(misplaced(database(), id)).toEqual([])
    expect(recount(database(), id).comments).toBeGreaterThan(0)
  }
})

it('says nothing that a reader could not post', async () => {
  await loadDemoConversations(FILE)
  for (const { body } of await database().select({ body: comments.body }).from(comments)) {
    expect(readBody(body)).toBe(body)
  }
})
