import { eq } from 'drizzle-orm'
import { comments } from '@/db/schema/comments'
import { write } from '@/lib/write'
import { castId, mo, rowOf, somebody } from '../cast'
import { waiting } from '../conversation'
import { expect, test } from '../fixtures'
import { mailTo } from '../mailbox'

const QUEUE = '/dashboard/moderation'

/** Has somebody new say something that waits. @returns who, and what its id is */
async function saidBySomebody(articleId: number) {
  const author = somebody()
  const personId = await castId(author)
  const id = await waiting(articleId, 'Names, names', author.name)
  await write(async (tx) => void (await tx.update(comments).set({ personId }).where(eq(comments.id, id))))
  return { author, id }
}

test('somebody is suspended by one key, beside the comment that it is because of', async ({
  page,
  newsroom,
  signIn,
  server,
}) => {
  const story = await newsroom.publishArticle()
  const { author, id } = await saidBySomebody(story.id)
  await signIn(mo)
  await page.goto(`${QUEUE}?story=${story.slug}`)
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  await page.keyboard.press('j')
  await expect(page.getByRole('article')).toContainText('Names, names')
  await page.keyboard.press('b')
  const item = page.getByRole('article')
  await expect(item.getByLabel('Why')).toBeFocused()
  await page.keyboard.type('Call nobody names.')
  await item.getByRole('button', { name: 'Suspend until then' }).click()
  await expect(item.getByText('Choose a day that is still to come').first()).toBeVisible()
  await expect(item.getByLabel('Why')).toHaveValue('Call nobody names.')
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  await item.getByLabel('Suspended until').fill(day)
  await item.getByRole('button', { name: 'Suspend until then' }).click()
  await expect(page.getByText('Its author is suspended, and is told why.')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`open=${id}`))
  await expect(item.getByText(/^Suspended to/)).toBeVisible()
  expect((await rowOf(author))?.suspendedUntil).not.toBeNull()
  expect((await mailTo(server.dataDir, author.email)).text).toContain('Call nobody names.')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('somebody is banned from the page of the comment, which is decided on afterwards', async ({
    page,
    newsroom,
    signIn,
  }) => {
    const story = await newsroom.publishArticle()
    const { author, id } = await saidBySomebody(story.id)
    await signIn(mo)
    await page.goto(`${QUEUE}/items/${id}`)
    const item = page.getByRole('article')
    await item.getByText(`Suspend or ban ${author.name}`).click()
    await item.getByLabel('Why').fill('Again and again.')
    await item.getByRole('button', { name: 'Ban for good' }).click()
    await expect(page.getByText('Its author is shut out, and is told why.')).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`/items/${id}`))
    expect(await rowOf(author)).toMatchObject({ bannedAt: expect.any(Date), bannedReason: 'Again and again.' })
    await expect(item.getByText('Banned', { exact: true }).first()).toBeVisible()
    await expect(item.getByText(/^Suspend or ban/)).toHaveCount(0)
    await item.getByRole('button', { name: /^Spam the comment/ }).click()
    await expect(page.getByText('Marked as spam.')).toBeVisible()
  })
})

test('whoever may not ban is led to the record', async ({ page, newsroom, signIn }) => {
  const story = await newsroom.publishArticle()
  const { id } = await saidBySomebody(story.id)
  await signIn(somebody({ role: 'editor' }))
  await page.goto(`${QUEUE}/items/${id}`)
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  await expect(page.getByRole('article').getByText(/^Suspend or ban/)).toHaveCount(0)
  await page.keyboard.press('b')
  await expect(page).toHaveURL(/\/dashboard\/moderation\/people\/\d+/)
})
