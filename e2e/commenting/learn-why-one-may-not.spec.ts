import type { Locator } from '@playwright/test'
import { banPerson, restorePerson, suspendPerson } from '@/lib/people/standing-commands'
import { changeSite } from '@/lib/site/site-commands'
import { expectWellMade } from '../accessibility'
import { ada, castId, type Person, remy, somebody, viewerOf } from '../cast'
import { say } from '../conversation'
import { expect, test } from '../fixtures'

const UNTIL = new Date('2099-12-01T12:00:00Z')
const REASON = 'Rule 3 <b>again</b>: you called the harbour master names.'
const SUSPENDED = 'You can’t comment until 1 Dec 2099.'
const BANNED = 'You can no longer take part in conversations: this account is banned.'

const suspend = async (person: Person) =>
  suspendPerson(await viewerOf(ada), await castId(person), { until: UNTIL, reason: REASON })
const ban = async (person: Person) => banPerson(await viewerOf(ada), await castId(person), { reason: REASON })

for (const [what, restrain, words] of [
  ['suspended', suspend, SUSPENDED],
  ['banned', ban, BANNED],
] as const) {
  test(`somebody ${what} is told in the composer’s place, with the reason`, async ({ page, newsroom, signIn }) => {
    const person = somebody()
    await signIn(person)
    const { id, address } = await newsroom.publishArticle({ comments: 'premoderated' })
    await say(remy, id, 'Who has the key?')
    await page.goto(address)
    await expect(page.getByRole('button', { name: 'Post comment' })).toBeVisible()
    await restrain(person)
    await page.reload()
    const told = page.locator('#comments .barred')
    await expect(told.getByRole('status')).toHaveText(words)
    await expect(page.getByRole('button', { name: /^Post/ })).toHaveCount(0)
    await expect(page.getByText('Reply', { exact: true })).toHaveCount(0)
    await expect(told.getByText(REASON)).toBeHidden()
    await told.getByText('Why', { exact: true }).click()
    await expect(told.getByText(REASON)).toBeVisible()
    await expect(page.getByText('Who has the key?')).toBeVisible()
  })

  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled })

      test(`somebody ${what} meanwhile is told when they post, and keeps what they wrote`, async ({
        page,
        newsroom,
        signIn,
        complaints,
      }) => {
        const person = somebody()
        await signIn(person)
        const { address } = await newsroom.publishArticle({ comments: 'premoderated' })
        await page.goto(address)
        if (javaScriptEnabled) await expect(page.locator('.signed-out')).toHaveCount(0)
        await page.getByLabel('Join in').fill('I was on the pier that morning.')
        await restrain(person)
        const answer = page.waitForResponse((response) => response.request().method() === 'POST')
        await page.getByRole('button', { name: 'Post comment' }).click()
        expect((await answer).status()).toBe(403)
        const alert = page.getByRole('alert')
        await expect(alert).toContainText(words)
        await expect(alert).toContainText(REASON)
        const kept = javaScriptEnabled ? page.getByLabel('Join in') : page.getByLabel('What you wrote')
        await expect(kept).toHaveValue('I was on the pier that morning.')
        if (!javaScriptEnabled) await expect(page.getByRole('button', { name: /^Post/ })).toHaveCount(0)
        complaints.length = 0
      })

      test(`somebody ${what} finds it at their account and where comments are written`, async ({
        page,
        newsroom,
        signIn,
        complaints,
      }) => {
        const person = somebody()
        await signIn(person)
        await restrain(person)
        const { id } = await newsroom.publishArticle()
        // Whoever is banned is led to sign in, and told there.
        for (const address of ['/account', '/account/comments', `/comments/write?article=${id}`]) {
          await page.goto(address)
          await expect(page.locator('.account-notice'), address).toContainText(words)
          await expect(page.locator('.account-notice'), address).toContainText(`Why: ${REASON}`)
          await expect(page.getByRole('button', { name: 'Post comment' })).toHaveCount(0)
        }
        complaints.length = 0
      })
    })
  }
}

test('whoever is shut out is told where the newsroom is reached, when it is', async ({ page, newsroom, signIn }) => {
  const person = somebody()
  await signIn(person)
  const { address } = await newsroom.publishArticle({ comments: 'premoderated' })
  await ban(person)
  const ways = [page.locator('#comments .barred'), page.locator('.account-notice')]
  const mistake = 'If you think that this is a mistake, write to desk@news.example.'
  for (const contact of ['', 'desk@news.example']) {
    await changeSite(await viewerOf(ada), { contact })
    for (const [at, place] of [address, '/sign-in'].entries()) {
      await page.goto(place)
      await expect(ways[at] as Locator).toContainText(BANNED)
      await expect((ways[at] as Locator).getByText(mistake)).toHaveCount(contact ? 1 : 0)
      await expect((ways[at] as Locator).getByText(/mail|mistake/)).toHaveCount(contact ? 1 : 0)
    }
  }
  await expect(page.getByRole('link', { name: 'desk@news.example' })).toHaveAttribute(
    'href',
    'mailto:desk@news.example',
  )
  await changeSite(await viewerOf(ada), { contact: '' })
})

test('once it is lifted nothing is left of it', async ({ page, newsroom, signIn }) => {
  const person = somebody()
  await signIn(person)
  await suspend(person)
  await restorePerson(await viewerOf(ada), await castId(person))
  const { address } = await newsroom.publishArticle()
  await page.goto(address)
  await expect(page.locator('.signed-out')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Post comment' })).toBeVisible()
  await page.goto('/account')
  await expect(page.getByText(REASON)).toHaveCount(0)
})

test('a program is told as a problem, and a session that is none is told nothing', async ({
  server,
  signIn,
  newsroom,
}) => {
  const person = somebody()
  const secret = await signIn(person)
  await ban(person)
  const { id } = await newsroom.publishArticle()
  const headers = (session: string) => ({ accept: 'application/json', cookie: `session=${session}` })
  const post = (session: string) =>
    fetch(`${server.url}/comments`, {
      method: 'POST',
      headers: { ...headers(session), 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ article: String(id), body: 'I was there.' }),
    })
  const refused = await post(secret)
  expect(refused.status).toBe(403)
  expect(await refused.json()).toMatchObject({ detail: `${BANNED} The reason: ${REASON}` })
  expect((await post('made-up')).status).toBe(401)
  const mine = await fetch(`${server.url}/comments/mine?article=${id}`, { headers: headers('made-up') })
  expect(mine.status).toBe(401)
})

test('what is told is for everyone to read, in both themes', async ({ page, newsroom, signIn }) => {
  const person = somebody()
  await signIn(person)
  await suspend(person)
  const { id, address } = await newsroom.publishArticle()
  await say(remy, id, 'Who has the key?')
  for (const place of [address, '/account', `/comments/write?article=${id}`]) {
    await page.goto(place)
    if (place === address) await page.getByText('Why', { exact: true }).click()
    await expect(page.getByText(REASON)).toBeVisible()
    await expectWellMade(page, place)
  }
})
