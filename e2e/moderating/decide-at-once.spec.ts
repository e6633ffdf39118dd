import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { commentDecisions } from '@/db/schema/moderation'
import { mo, somebody } from '../cast'
import { commentRow, waiting } from '../conversation'
import { expect, test } from '../fixtures'

const QUEUE = '/dashboard/moderation'

test('of two who decide in the same moment one does, and the other is told', async ({ newsroom, openAs }) => {
  const story = await newsroom.publishArticle()
  const id = await waiting(story.id, 'Both of you')
  const pages = await Promise.all(
    [mo, somebody({ role: 'moderator' })].map((person) =>
      openAs(person, `${QUEUE}?story=${story.slug}`, { javaScriptEnabled: false }),
    ),
  )
  const [first, second] = pages as [(typeof pages)[0], (typeof pages)[0]]
  await Promise.all([
    first.getByRole('button', { name: /^Approve the comment/ }).click(),
    second.getByRole('button', { name: /^Spam the comment/ }).click(),
  ])
  const told = await Promise.all(pages.map((page) => page.getByText('One comment was left alone').count()))
  expect(told.sort()).toEqual([0, 1])
  const decisions = await database().select().from(commentDecisions).where(eq(commentDecisions.commentId, id))
  expect(decisions).toHaveLength(1)
  expect((await commentRow(id))?.state).toBe(decisions[0]?.decision === 'approve' ? 'approved' : 'spam')
})

test('of two who open a comment in the same moment one has it', async ({ newsroom, openAs }) => {
  const story = await newsroom.publishArticle()
  const id = await waiting(story.id, 'One of you')
  const pages = await Promise.all([mo, somebody({ role: 'moderator' })].map((person) => openAs(person)))
  await Promise.all(pages.map((page) => page.goto(`${QUEUE}?story=${story.slug}&open=${id}`)))
  const isFree = await Promise.all(
    pages.map((page) =>
      page
        .getByRole('article')
        .getByRole('button', { name: /^Approve/ })
        .isEnabled(),
    ),
  )
  expect(isFree.sort()).toEqual([false, true])
})
