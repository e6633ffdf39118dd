import { eq } from 'drizzle-orm'
import { commentReports, comments } from '@/db/schema/comments'
import { write } from '@/lib/write'
import { castId, limitTo, mo, remy, somebody } from '../cast'
import { commentRow, waiting } from '../conversation'
import { expect, test } from '../fixtures'
import { lookAt } from '../queue'

const QUEUE = '/dashboard/moderation'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('what one moderator decided is not overturned by another who did not see it', async ({
      page,
      newsroom,
      signIn,
      openAs,
    }) => {
      const story = await newsroom.publishArticle()
      const word = `Twice${Date.now()}`
      const id = await waiting(story.id, word)
      const address = `${QUEUE}?story=${story.slug}`
      await signIn(mo)
      await page.goto(address)
      const item = await lookAt(page, word)
      const ana = somebody({ role: 'moderator' })
      const theirs = await openAs(ana, address)
      const same = await lookAt(theirs, word)
      if (javaScriptEnabled) {
        await same.getByRole('button', { name: /^Take it over/ }).click()
        await expect(theirs.getByText('You have taken it over.')).toBeVisible()
      }
      await same.getByRole('button', { name: /^Approve the comment/ }).click()
      await expect(theirs.getByText('Approved.')).toBeVisible()

      await item.getByRole('button', { name: /^Spam the comment/ }).click()
      await expect(page.getByText(`${ana.name} decided on this comment after you saw it`)).toBeVisible()
      expect((await commentRow(id))?.state).toBe('approved')
    })

    test('a moderator leaves a comment to others, who find it in a tab of its own', async ({
      page,
      newsroom,
      signIn,
    }) => {
      const story = await newsroom.publishArticle()
      const word = `Unsure${Date.now()}`
      const id = await waiting(story.id, word)
      await signIn(mo)
      await page.goto(`${QUEUE}?story=${story.slug}`)
      await (await lookAt(page, word)).getByRole('button', { name: /^Escalate the comment/ }).click()
      await expect(page.getByText('Left to other moderators.')).toBeVisible()
      await expect(page.getByText('All clear. Nothing waiting.')).toBeVisible()
      await page.getByRole('link', { name: /^Escalated 1/ }).click()
      await (await lookAt(page, word)).getByRole('button', { name: /^Approve the comment/ }).click()
      await expect(page.getByText('Approved.')).toBeVisible()
      expect(await commentRow(id)).toMatchObject({ state: 'approved', escalatedAt: null })
      await page.getByRole('link', { name: /^Approved 1/ }).click()
      const decided = await lookAt(page, word)
      await expect(decided.getByText(`Approved by ${mo.name}`).first()).toBeVisible()
      await decided.getByRole('button', { name: 'Undo this decision' }).click()
      await expect(page.getByText('Undone: the comment is as it was before.')).toBeVisible()
      expect(await commentRow(id)).toMatchObject({ state: 'pending', escalatedBy: await castId(mo) })
    })

    test('the queue is searched by story, section and person', async ({ page, newsroom, signIn }) => {
      const word = `Finch${Date.now()}`
      const story = await newsroom.publishArticle({ section: 'politics', headline: `The ${word} is back` })
      await waiting(story.id, 'Of the first', `Ana ${word}`)
      await waiting(story.id, 'Of the second', `50% ${word}`)
      await signIn(mo)
      await page.goto(QUEUE)
      await page.getByLabel('Story').fill(`the ${word.toLowerCase()}`)
      await page.getByLabel('Section').selectOption('Politics')
      await page.getByRole('button', { name: 'Find' }).click()
      await expect(page.getByText('Of the first')).toBeVisible()
      await expect(page.getByText('2 comments', { exact: true })).toBeVisible()
      await page.getByLabel('Person').fill('0% ')
      await page.getByRole('button', { name: 'Find' }).click()
      await expect(page.getByText('Of the second')).toBeVisible()
      await expect(page.getByText('1 comment', { exact: true })).toBeVisible()
      await page.getByRole('link', { name: 'Show all' }).click()
      await expect(page.getByLabel('Person')).toHaveValue('')
    })
  })
}

test('a moderator who is limited to a section sees and decides nothing else', async ({
  page,
  newsroom,
  signIn,
  openAs,
}) => {
  const story = await newsroom.publishArticle({ section: 'politics' })
  const id = await waiting(story.id, `Politics${Date.now()}`)
  const limited = somebody({ role: 'moderator' })
  await limitTo(limited, 'world')
  await signIn(limited)
  for (const query of [
    `story=${story.slug}`,
    `story=${story.slug}&section=politics`,
    `person=${remy.name}&section=politics`,
  ]) {
    await page.goto(`${QUEUE}?${query}`)
    await expect(page.getByText('All clear. Nothing waiting.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Pending 0' })).toBeVisible()
  }
  await expect(page.getByLabel('Section').getByRole('option')).toHaveText(['All', 'World'])

  const own = await newsroom.publishArticle({ section: 'world' })
  const word = `World${Date.now()}`
  await waiting(own.id, word)
  await page.goto(`${QUEUE}?story=${own.slug}`)
  const item = await lookAt(page, word)
  await item
    .locator('.queue-decision input[name="commentId"]')
    .evaluate((field, value) => field.setAttribute('value', value), String(id))
  await item.getByRole('button', { name: /^Approve the comment/ }).click()
  await expect(page.getByText('may not decide on comments')).toBeVisible()

  // A script would put the value back.
  const plain = await openAs(limited, `${QUEUE}?story=${own.slug}`, { javaScriptEnabled: false })
  const box = plain.getByRole('checkbox', { name: /^Mark the comment/ })
  await box.evaluate((field, value) => field.setAttribute('value', value), `${id}.1.0`)
  await box.check()
  await plain.getByRole('button', { name: 'Approve marked' }).click()
  await expect(plain.getByText('It is not there, or not in a section that you moderate.')).toBeVisible()
  expect((await commentRow(id))?.state).toBe('pending')
})

test('illegal content has a tab of its own', async ({ page, newsroom, signIn }) => {
  const story = await newsroom.publishArticle()
  const word = `Unlawful${Date.now()}`
  const id = await waiting(story.id, word)
  await write(async (tx) => {
    const about = { commentId: id, revision: 1, isIllegal: true, reason: 'legal' as const, details: 'Section 4' }
    await tx.insert(commentReports).values(about)
    await tx.update(comments).set({ openReports: 1 }).where(eq(comments.id, id))
  })
  await signIn(mo)
  await page.goto(`${QUEUE}?story=${story.slug}`)
  await page.getByRole('link', { name: 'Illegal 1' }).click()
  const item = await lookAt(page, word)
  await expect(item.getByText('Reported as illegal')).toBeVisible()
  // A decision on the comment alone would leave whoever reported it without an answer.
  await item.getByRole('button', { name: /^Approve the comment/ }).click()
  await expect(page.getByText('Approved.')).toBeVisible()
  await page.goto(`${QUEUE}?story=${story.slug}`)
  await page.getByRole('link', { name: 'Illegal 1' }).click()
  await (await lookAt(page, word)).getByRole('link', { name: 'Answer this report' }).click()
  await expect(page).toHaveURL(/\/dashboard\/moderation\/reports\/\d+$/)
})
