import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { comments } from '@/db/schema/comments'
import { placeNew } from '@/lib/comments/comment-state'
import { write } from '@/lib/write'
import { expectWellMadeAt } from '../accessibility'
import { castId, ed, mo, remy, wren } from '../cast'
import { expect, test } from '../fixtures'
import { lookAt } from '../queue'

const QUEUE = '/dashboard/moderation'

async function waiting(articleId: number, body: string): Promise<number> {
  const personId = await castId(remy)
  const matches: [number, number][] = [[0, body.indexOf(' ')]]
  const finding = { step: 'suspect words', outcome: 'hold' as const, reason: 'It has a suspect word.', matches }
  return write(async (tx) => {
    const [row] = await tx
      .insert(comments)
      .values({
        ...{ articleId, personId, signature: remy.name, body, state: 'pending' },
        verdict: { outcome: 'hold', findings: [finding] },
      })
      .returning({ id: comments.id })
    const { id } = row as { id: number }
    await placeNew(tx, id)
    return id
  })
}

const stateOf = async (id: number) => (await database().select().from(comments).where(eq(comments.id, id)))[0]?.state

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a moderator approves, rejects with a reason, and undoes', async ({ page, newsroom, signIn, request }) => {
      const story = await newsroom.publishArticle()
      const word = `Lanterns${Date.now()}`
      const id = await waiting(story.id, `${word} are lit <b>tonight</b>`)
      await signIn(mo)
      await page.goto(QUEUE)
      const item = await lookAt(page, word)
      await expect(item.locator('mark')).toHaveText(word)
      await expect(item.getByText('It has a suspect word.')).toBeVisible()
      await expect(item.getByText('<b>tonight</b>')).toBeVisible()

      await item.getByRole('button', { name: 'Reject' }).click()
      await expect(page.getByText('Choose why the comment is rejected')).toBeVisible()
      await item.getByLabel('Reason').selectOption('Abuse')
      await item.getByLabel('What the author is told').fill('Call nobody names.')
      await item.getByRole('button', { name: 'Reject' }).click()
      await expect(page.getByText('Rejected; its author is told why.')).toBeVisible()
      expect(await stateOf(id)).toBe('rejected')

      await page.getByRole('button', { name: 'Undo', exact: true }).click()
      await expect(page.getByText('Undone: the comment is as it was before.')).toBeVisible()
      expect(await stateOf(id)).toBe('pending')

      await (await lookAt(page, word)).getByRole('button', { name: 'Approve' }).click()
      await expect(page.getByText('Approved.')).toBeVisible()
      expect(await stateOf(id)).toBe('approved')
      expect(await (await request.get(story.address)).text()).toContain(word)
      await page.getByRole('link', { name: /^Approved \d/ }).click()
      await expect(page.getByRole('listitem').filter({ hasText: word })).toBeVisible()
    })

    test('a decision on a text that was edited meanwhile is not taken', async ({ page, newsroom, signIn }) => {
      const word = `Edited${Date.now()}`
      const id = await waiting((await newsroom.publishArticle()).id, `${word} at first`)
      await signIn(mo)
      await page.goto(QUEUE)
      const item = await lookAt(page, word)
      await write(async (tx) => {
        await tx
          .update(comments)
          .set({ body: `${word} later`, revision: 2 })
          .where(eq(comments.id, id))
      })
      await item.getByRole('button', { name: 'Approve' }).click()
      await expect(page.getByText('The comment was edited after you saw it.')).toBeVisible()
      expect(await stateOf(id)).toBe('pending')
    })
  })
}

test('axe finds nothing on it in both themes, and nothing sticks out on a phone', async ({
  page,
  newsroom,
  signIn,
}) => {
  await waiting((await newsroom.publishArticle()).id, `Unbroken ${'w'.repeat(400)}`)
  await signIn(mo)
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(QUEUE)
    await expectWellMadeAt(page, 'the queue', [width])
  }
})

test('only those who moderate see it', async ({ page, signIn, context }) => {
  await page.goto(QUEUE)
  await expect(page).toHaveURL(/\/sign-in/)
  for (const [person, status] of [
    [remy, 404],
    [wren, 404],
    [ed, 200],
  ] as const) {
    await context.clearCookies()
    await signIn(person)
    expect((await page.goto(QUEUE))?.status(), person.name).toBe(status)
  }
})
