import { mo, somebody } from '../cast'
import { commentRow, waiting } from '../conversation'
import { expect, test } from '../fixtures'

const QUEUE = '/dashboard/moderation'

test('without JavaScript, whoever lost a comment is told when they decide', async ({ newsroom, openAs }) => {
  const story = await newsroom.publishArticle()
  const id = await waiting(story.id, 'Mine, mine')
  const ana = somebody({ role: 'moderator' })
  const open = (person: typeof mo) =>
    openAs(person, `${QUEUE}/items/${id}?tab=pending&story=${story.slug}`, { javaScriptEnabled: false })
  const [first, second] = [await open(mo), await open(ana)]
  await expect(second.getByText(`${mo.name} is looking at this comment since`)).toBeVisible()
  await expect(second.getByRole('button', { name: /^Spam the comment/ })).toBeDisabled()
  await second.getByRole('button', { name: /^Take it over/ }).click()
  await expect(second.getByText('You have taken it over. Whoever looked at it is told.')).toBeVisible()

  await first.getByRole('button', { name: /^Spam the comment/ }).click()
  await expect(first.getByText(`${ana.name} began to look at this comment`)).toBeVisible()
  await expect(first.getByText(`${ana.name} is looking at this comment since`)).toBeVisible()
  expect((await commentRow(id))?.state).toBe('pending')

  await second.getByRole('button', { name: /^Approve the comment/ }).click()
  await expect(second.getByText('Approved.')).toBeVisible()
  await expect(second).toHaveURL(new RegExp(`${QUEUE}\\?`))
  expect((await commentRow(id))?.state).toBe('approved')
  await first.reload()
  await expect(first.getByText(`Approved by ${ana.name}`).first()).toBeVisible()
})

test('with JavaScript, whoever lost a comment sees it, and can take it back', async ({
  page,
  newsroom,
  signIn,
  openAs,
}) => {
  const story = await newsroom.publishArticle()
  const id = await waiting(story.id, 'Mine, mine')
  await signIn(mo)
  await page.clock.install()
  await page.goto(`${QUEUE}?story=${story.slug}&open=${id}`)
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  const approve = page.getByRole('article').getByRole('button', { name: /^Approve the comment/ })
  await expect(approve).toBeEnabled()

  const ana = somebody({ role: 'moderator' })
  const theirs = await openAs(ana, `${QUEUE}?story=${story.slug}&open=${id}`)
  await theirs.getByRole('button', { name: /^Take it over/ }).click()
  await expect(theirs.getByText('You have taken it over.')).toBeVisible()

  await page.clock.runFor(16_000)
  await expect(page.getByText(`${ana.name} is looking at this comment since`)).toBeVisible()
  await expect(approve).toBeDisabled()
  await page.keyboard.press('f')
  expect((await commentRow(id))?.state).toBe('pending')

  // Whoever leaves lets it go, which is seen as well.
  await theirs.goto(QUEUE)
  await expect(theirs.getByRole('heading', { name: 'Moderation' })).toBeVisible()
  await expect(async () => {
    await page.clock.runFor(16_000)
    expect(await approve.isEnabled()).toBe(true)
  }).toPass()
  await page.keyboard.press('f')
  await expect(page.getByText('Approved.', { exact: true })).toBeVisible()
  expect((await commentRow(id))?.state).toBe('approved')
})
