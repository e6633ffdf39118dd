import { eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { deletions } from '@/db/schema/personal-data'
import { write } from '@/lib/write'
import { expectWellMade } from '../accessibility'
import { castId, PASSWORD, rowOf, somebody } from '../cast'
import { commentRow, say } from '../conversation'
import { expect, test } from '../fixtures'
import { mailTo } from '../mailbox'

const notice = '.account-notice'

/** Moves the day of a deletion to a moment ago, as if its week had passed. */
const letTheWeekPass = (personId: number) =>
  write(async (tx) => {
    await tx
      .update(deletions)
      .set({ dueAt: new Date(Date.now() - 1000) })
      .where(eq(deletions.personId, personId))
  })

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('everything about oneself is asked for, told by mail and downloaded', async ({
      page,
      signIn,
      newsroom,
      server,
      complaints,
    }) => {
      const person = somebody()
      await signIn(person)
      await say(person, (await newsroom.publishArticle()).id, 'My very own words.')
      await page.goto('/account/export')
      await page.getByLabel('The password that you have now').fill('not this one')
      await page.getByRole('button', { name: 'Ask for a copy' }).click()
      await expect(page.locator(notice)).toContainText('This is not the password that you have now.')
      complaints.length = 0
      await page.getByLabel('The password that you have now').fill(PASSWORD)
      await page.getByRole('button', { name: 'Ask for a copy' }).click()
      await expect(page).toHaveURL(/\/account\/export\?done=asked$/)
      const mail = await mailTo(server.dataDir, person.email, 'Your data is ready')
      await page.goto(mail.link('/account/export'))
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download it' }).click(),
      ])
      expect(download.suggestedFilename()).toBe('my-data.zip')
      const chunks: Uint8Array[] = []
      for await (const chunk of await download.createReadStream()) chunks.push(chunk)
      const files = unzipSync(new Uint8Array(Buffer.concat(chunks)))
      expect(Object.keys(files).sort()).toEqual(['data.json', 'index.html'])
      const packed = Buffer.from(files['data.json'] as Uint8Array).toString()
      expect(packed).toContain('My very own words.')
      expect(packed).toContain(person.email)
      await expect(page.getByRole('button', { name: /Ask for/ })).toHaveCount(0)
    })

    test('somebody asks to be deleted, cannot comment, and thinks better of it', async ({
      page,
      signIn,
      newsroom,
      server,
      complaints,
    }) => {
      const person = somebody()
      await signIn(person)
      const { address } = await newsroom.publishArticle()
      await page.goto('/account/delete')
      await page.getByLabel(/^Remove them/).check()
      await page.getByLabel('The password that you have now').fill('not this one')
      await page.getByRole('button', { name: 'Delete my account' }).click()
      await expect(page.locator(notice)).toContainText('This is not the password that you have now.')
      await expect(page.getByLabel(/^Remove them/)).toBeChecked()
      complaints.length = 0
      await page.getByLabel('The password that you have now').fill(PASSWORD)
      await page.getByRole('button', { name: 'Delete my account' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account will be deleted')
      await mailTo(server.dataDir, person.email, 'Your account will be deleted')
      await page.goto(address)
      await page.getByLabel('Join in').fill('One last thing.')
      await page.getByRole('button', { name: 'Post comment' }).click()
      await expect(page.getByText('Your account is about to be deleted.').first()).toBeVisible()
      complaints.length = 0

      await page.context().clearCookies()
      await page.goto('/sign-in?with=password')
      await page.getByLabel('E-mail address').fill(person.email)
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('button', { name: 'Keep my account' }).click()
      await expect(page.locator(notice)).toContainText('Your account stays.')
      await letTheWeekPass(await castId(person))
      expect(await rowOf(person)).not.toBeNull()
    })

    for (const fate of ['keep', 'remove'] as const) {
      test(`an account goes, and its comments: ${fate}`, async ({ page, signIn, newsroom, server, request }) => {
        const person = somebody()
        await signIn(person)
        const { id: article, address } = await newsroom.publishArticle()
        const id = await say(person, article, 'Said before I left.')
        await say(somebody(), article, 'An answer.', id)
        await page.goto('/account/delete')
        await page.getByLabel(fate === 'keep' ? /^Keep them/ : /^Remove them/).check()
        await page.getByLabel('The password that you have now').fill(PASSWORD)
        await page.getByRole('button', { name: 'Delete my account' }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account will be deleted')
        await letTheWeekPass(await castId(person))
        await mailTo(server.dataDir, person.email, 'Your account is deleted')
        expect(await rowOf(person)).toBeNull()
        expect(await commentRow(id)).toMatchObject({ personId: null, signature: 'A former reader' })
        await expect.poll(async () => (await (await request.get(address)).text()).includes(person.name)).toBe(false)
        const html = await (await request.get(address)).text()
        expect(html.includes('Said before I left.')).toBe(fate === 'keep')
        expect(html).toContain('An answer.')
        await page.goto('/account')
        await expect(page).toHaveURL(/\/sign-in/)
      })
    }
  })
}

test('nobody gets another’s copy', async ({ page, signIn, request, newsroom: _ }) => {
  const person = somebody()
  await signIn(person)
  expect((await request.get('/account/export/file', { maxRedirects: 0 })).headers().location).toMatch(/^\/sign-in/)
  await page.goto('/account/export/file')
  await expect(page).toHaveURL(/\/account\/export$/)
})

test('the pages of leaving are for everyone, in both themes', async ({ page, signIn }) => {
  await signIn(somebody())
  for (const address of ['/account', '/account/comments', '/account/export', '/account/delete']) {
    await page.goto(address)
    await expectWellMade(page, address)
  }
})
