import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { deletions } from '@/db/schema/personal-data'
import { write } from '@/lib/write'
import { expectForEveryone } from '../accessibility'
import { castId, mo, remy, rowOf, somebody } from '../cast'
import { commentRow, lastCommentOf, say } from '../conversation'
import { expect, test } from '../fixtures'
import { type Mail, mailTo } from '../mailbox'
import { lookAt } from '../queue'

const PHRASE = 'the long quiet pier'
const codeIn = ({ text }: Mail) => (/\b\d{3} \d{3}\b/.exec(text)?.[0] ?? '').replace(' ', '')

/** What looks at a page for us is a script itself. */
async function isForEveryone(page: Page, javaScriptEnabled: boolean): Promise<void> {
  if (javaScriptEnabled) await expectForEveryone(page)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('somebody joins, comments, replies, is reported, moderated, heard, and leaves', async ({
      page,
      browser,
      server,
      signIn,
      newsroom,
      request,
    }) => {
      const person = somebody()
      const { id: article, address } = await newsroom.publishArticle()
      await say(remy, article, 'Who has the key?')

      await page.goto(`/sign-up?back=${encodeURIComponent(address)}`)
      await isForEveryone(page, javaScriptEnabled)
      await page.getByLabel('Your name').fill(person.name)
      await page.getByLabel('E-mail address').fill(person.email)
      await page.getByLabel('Password (optional)', { exact: true }).fill(PHRASE)
      await page.getByRole('button', { name: 'Create an account' }).click()
      await page.getByLabel('Code').fill(codeIn(await mailTo(server.dataDir, person.email)))
      await isForEveryone(page, javaScriptEnabled)
      await page.getByRole('button', { name: 'Go on' }).click()
      await page.waitForURL(`**${address}`)
      const personId = await castId(person)

      await page.getByLabel('Join in').fill('I was on the pier.')
      await page.getByRole('button', { name: 'Post comment' }).click()
      await expect.poll(async () => (await lastCommentOf(personId))?.body).toBe('I was on the pier.')
      const said = (await lastCommentOf(personId))?.id as number
      await page.goto(address)
      const above = page.getByRole('article', { name: `Comment by ${remy.name}` })
      await above.getByText('Reply', { exact: true }).click()
      await above.getByLabel(`Your reply to ${remy.name}`).fill('I have it.')
      await above.getByRole('button', { name: 'Post reply' }).click()
      await expect.poll(async () => (await lastCommentOf(personId))?.body).toBe('I have it.')
      expect(await lastCommentOf(personId)).toMatchObject({ depth: 1, state: 'approved' })
      await isForEveryone(page, javaScriptEnabled)

      await page.goto(`/comments/change/${said}`)
      await isForEveryone(page, javaScriptEnabled)
      await page.getByLabel('Your comment').fill('I was on the old pier.')
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect.poll(() => commentRow(said)).toMatchObject({ body: 'I was on the old pier.', revision: 2 })

      const theirs = await browser.newContext({ baseURL: server.url, javaScriptEnabled })
      await signIn(somebody(), theirs)
      const reporter = await theirs.newPage()
      await reporter.goto(`/comments/report/${said}`)
      await isForEveryone(reporter, javaScriptEnabled)
      await reporter.getByLabel('Off topic').check()
      await reporter.getByRole('button', { name: 'Send report' }).click()
      await expect(reporter.getByRole('heading', { level: 1 })).toBeVisible()
      await theirs.close()

      const desk = await browser.newContext({ baseURL: server.url, javaScriptEnabled })
      await signIn(mo, desk)
      const moderator = await desk.newPage()
      await moderator.goto('/dashboard/moderation')
      await moderator.getByRole('link', { name: /^Reported/ }).click()
      const item = await lookAt(moderator, 'I was on the old pier.')
      await item.getByLabel('Reason').selectOption('Off topic')
      await item.getByRole('button', { name: 'Reject' }).click()
      await expect.poll(async () => (await commentRow(said))?.state).toBe('rejected')
      await isForEveryone(moderator, javaScriptEnabled)

      await page.goto('/account/comments')
      await expect(page.getByText(/^Not published: It is off topic/)).toBeVisible()
      await isForEveryone(page, javaScriptEnabled)
      await page.getByRole('link', { name: 'Appeal' }).click()
      await isForEveryone(page, javaScriptEnabled)
      await page.getByLabel('Why the decision is wrong').fill('The pier is the topic.')
      await page.getByRole('button', { name: 'Send appeal' }).click()
      await expect(page.getByText('You have appealed.')).toBeVisible()

      await moderator.goto('/dashboard/moderation')
      await moderator.getByRole('link', { name: /^Appeals/ }).click()
      const appealed = await lookAt(moderator, 'I was on the old pier.')
      await expect(appealed).toContainText('The pier is the topic.')
      await appealed.getByRole('button', { name: 'Approve' }).click()
      await expect.poll(async () => (await commentRow(said))?.state).toBe('approved')
      await desk.close()
      expect(await (await request.get(address)).text()).toContain('I was on the old pier.')

      await page.goto('/account/delete')
      await page.getByLabel(/^Keep them/).check()
      await page.getByLabel('The password that you have now').fill(PHRASE)
      await page.getByRole('button', { name: 'Delete my account' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account will be deleted')
      await isForEveryone(page, javaScriptEnabled)
      await write(async (tx) => {
        const dueAt = new Date(Date.now() - 1000)
        await tx.update(deletions).set({ dueAt }).where(eq(deletions.personId, personId))
      })
      await mailTo(server.dataDir, person.email, 'Your account is deleted')
      expect(await rowOf(person)).toBeNull()
      await expect.poll(async () => (await (await request.get(address)).text()).includes(person.name)).toBe(false)
    })
  })
}
