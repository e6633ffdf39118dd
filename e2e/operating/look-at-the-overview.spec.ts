import { expectWellMade } from '../accessibility'
import { ada, ed, mo, remy, wren } from '../cast'
import { expect, test } from '../fixtures'

const part = (name: string) => ({ has: `h2:text-is("${name}")` })

test('an editor sees what is due and what waits, and opens it', async ({ page, signIn, newsroom }) => {
  const { id, headline } = await newsroom.writeArticle({ bylines: ['Wren'] })
  await newsroom.schedule(id, new Date(Date.now() + 60_000 * 60))
  await signIn(ed)
  await page.goto('/dashboard')
  const due = page.locator('section', { has: page.locator(part('Due').has) })
  await due.getByRole('link', { name: headline }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/dashboard/articles/${id}`)
  await page.goto('/dashboard')
  const queues = page.locator('section', { has: page.locator(part('Queues').has) })
  await expect(queues.getByRole('listitem').filter({ hasText: 'Scheduled' }).locator('strong')).not.toHaveText('0')
  await queues.getByRole('link', { name: 'Scheduled' }).click()
  await expect(page).toHaveURL(/\/dashboard\/articles\?view=scheduled/)
  await expect(page.getByRole('link', { name: headline })).toBeVisible()
  await newsroom.unpublish(id).catch(() => undefined)
})

test('whoever has an article open is seen', async ({ page, signIn, newsroom, browser, server }) => {
  const { id, headline } = await newsroom.writeArticle()
  const other = await browser.newContext({ baseURL: server.url })
  await signIn({ ...ed, name: 'Owen Field', email: 'owen@cast.example' }, other)
  const theirs = await other.newPage()
  await Promise.all([
    theirs.waitForResponse((response) => response.url().endsWith('/presence')),
    theirs.goto(`/dashboard/articles/${id}`),
  ])
  await signIn(ed)
  await page.goto('/dashboard')
  const open = page.locator('section', { has: page.locator(part('Being edited now').has) })
  await expect(open.getByRole('listitem').filter({ hasText: headline })).toContainText('Owen Field')
  await other.close()
})

test('an admin sees how the house is', async ({ page, signIn }) => {
  await signIn(ada)
  await page.goto('/dashboard')
  const house = page.locator('section', { has: page.locator(part('The house').has) })
  for (const about of ['Mail', 'Backup', 'Disk']) await expect(house.getByText(new RegExp(`^${about} `))).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an author sees their own, and no queue', async ({ page, signIn }) => {
    await signIn(wren)
    await page.goto('/dashboard')
    await expect(page.getByRole('heading', { name: 'Your drafts' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Queues' })).toHaveCount(0)
    await expect(page.getByRole('heading', { name: 'The house' })).toHaveCount(0)
  })

  test('a moderator sees the conversation, and no headline that is not theirs', async ({ page, signIn }) => {
    await signIn(mo)
    await page.goto('/dashboard')
    await expect(page.getByRole('link', { name: 'Comments pending' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Due' })).toHaveCount(0)
    await page.getByRole('link', { name: 'Comments reported' }).click()
    await expect(page).toHaveURL(/\/dashboard\/moderation\?tab=reported/)
  })
})

test('it is nothing for readers, and asks strangers who they are', async ({ page, signIn }) => {
  await page.goto('/dashboard')
  await expect(page).toHaveURL(/\/sign-in/)
  await signIn(remy)
  expect((await page.goto('/dashboard'))?.status()).toBe(404)
})

test('axe finds nothing on the overview in either theme', async ({ page, signIn }) => {
  for (const person of [ada, ed, mo, wren]) {
    await page.context().clearCookies()
    await signIn(person)
    await page.goto('/dashboard')
    await expectWellMade(page, person.role)
  }
})
