import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { expectWellMade } from '../accessibility'
import { ada, castId, ed, mo, PASSWORD, rowOf, somebody, wren } from '../cast'
import { expect, test } from '../fixtures'

/** The link of the invitation that was mailed to somebody: without a mail server it is written to the outbox. */
async function linkTo(dataDir: string, address: string): Promise<string> {
  const folder = join(dataDir, 'outbox')
  let link = ''
  await expect
    .poll(async () => {
      const names = await readdir(folder).catch(() => [])
      for (const name of names.filter((file) => file.endsWith('.eml'))) {
        const { to, text = '' } = await simpleParser(await readFile(join(folder, name)))
        const isTheirs = !Array.isArray(to) && to?.text.includes(address)
        if (isTheirs) link = /\/account\/join\?token=[\w-]+/.exec(text)?.[0] ?? link
      }
      return link
    })
    .not.toBe('')
  return link
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('somebody is invited, joins, and is an author', async ({ page, signIn, server, browser, baseURL }) => {
      const guest = somebody()
      await signIn(ada)
      await page.goto('/dashboard/people')
      await page.getByRole('link', { name: 'Invite somebody' }).click()
      await page.getByLabel('E-mail address').fill('nobody at all')
      await page.getByRole('button', { name: 'Send invitation' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
      await expect(page.getByLabel('E-mail address')).toHaveValue('nobody at all')
      await page.getByLabel('E-mail address').fill(guest.email)
      await page.getByRole('combobox', { name: 'Role' }).selectOption('Editor')
      await page.getByLabel('Sport').check()
      await page.getByRole('button', { name: 'Send invitation' }).click()
      await expect(page.getByText('The invitation is on its way.')).toBeVisible()
      await expect(page.getByRole('rowheader', { name: guest.email })).toBeVisible()

      const link = await linkTo(server.dataDir, guest.email)
      const other = await browser.newPage({ javaScriptEnabled, baseURL })
      await other.goto(link)
      await other.getByLabel('Your name').fill('Gale Guest')
      await other.getByLabel('Password', { exact: true }).fill('short')
      await other.getByRole('button', { name: 'Join' }).click()
      await expect(other.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
      await other.getByLabel('Your name').fill('Gale Guest')
      await other.getByLabel('Password', { exact: true }).fill(PASSWORD)
      await other.getByRole('button', { name: 'Join' }).click()
      await expect(other.getByRole('heading', { name: 'Welcome to the newsroom' })).toBeVisible()
      await other.goto(link)
      await expect(other.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible()
      await other.close()
      expect(await rowOf(guest)).toMatchObject({ name: 'Gale Guest', role: 'editor' })
      await page.goto(`/dashboard/people?q=${guest.email}`)
      await expect(page.getByRole('row', { name: /Gale Guest/ })).toContainText('Editor Sport')
    })

    test('a role is changed, and whoever has it is signed out', async ({ page, signIn, browser, baseURL }) => {
      const person = somebody({ role: 'author' })
      const theirs = await browser.newContext({ baseURL })
      await signIn(person, theirs)
      const other = await theirs.newPage()
      await other.goto('/dashboard')
      await expect(other).toHaveURL(/\/dashboard$/)
      await signIn(ada)
      await page.goto(`/dashboard/people/${await castId(person)}`)
      await page.getByRole('combobox', { name: 'Role' }).selectOption('Commenter')
      await page.getByRole('button', { name: 'Save role' }).click()
      await expect(page.getByText('The role is changed.')).toBeVisible()
      await other.goto('/dashboard')
      await expect(other).toHaveURL(/\/sign-in\?back=/)
      await theirs.close()
    })

    test('somebody is suspended, banned and let in again, each told why', async ({
      page,
      signIn,
      browser,
      baseURL,
    }) => {
      const person = somebody({ role: 'author' })
      const theirs = await browser.newContext({ baseURL })
      await signIn(person, theirs)
      await signIn(ada)
      await page.goto(`/dashboard/people/${await castId(person)}`)
      await page.getByRole('button', { name: 'Suspend' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText('Choose a day')
      const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
      await page.getByLabel('Until the end of').fill(nextWeek)
      await page.locator('#suspend-reason').fill('A week to cool down.')
      await page.getByRole('button', { name: 'Suspend' }).click()
      await expect(page.getByText(/^Suspended to/)).toBeVisible()
      await page.locator('#ban-reason').fill('Spam, again and again.')
      await page.getByRole('button', { name: /^Ban / }).click()
      await expect(page.getByText('They are shut out, and are told why.')).toBeVisible()
      const other = await theirs.newPage()
      await other.goto('/account')
      await expect(other).toHaveURL(/\/sign-in/)
      await page.getByRole('button', { name: 'Lift the ban' }).click()
      await expect(page.getByText('They may sign in and take part again.')).toBeVisible()
      await theirs.close()
    })
  })
}

test('an admin cannot put anything on themselves', async ({ page, signIn }) => {
  await signIn(ada)
  await page.goto(`/dashboard/people/${await castId(ada)}`)
  await expect(page.getByText('nobody suspends or bans themselves')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Ban / })).toHaveCount(0)
})

for (const person of [ed, mo, wren]) {
  test(`people are nothing for a ${person.role}`, async ({ page, signIn }) => {
    await signIn(person)
    for (const address of ['/dashboard/people', '/dashboard/people/invite', '/dashboard/people/1']) {
      expect((await page.goto(address))?.status()).toBe(404)
    }
  })
}

test('axe finds nothing on the pages of people in either theme', async ({ page, signIn }) => {
  await signIn(ada)
  for (const address of ['/dashboard/people', '/dashboard/people/invite', `/dashboard/people/${await castId(ed)}`]) {
    await page.goto(address)
    await expectWellMade(page, address, [320, 390, 2560])
  }
})
