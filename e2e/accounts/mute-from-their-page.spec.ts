import { eq } from 'drizzle-orm'
import { people } from '@/db/schema/people'
import { write } from '@/lib/write'
import { expectWellMade } from '../accessibility'
import { castId, somebody } from '../cast'
import { say } from '../conversation'
import { expect, test } from '../fixtures'
import type { Newsroom } from '../newsroom'
import { htmlProblems } from '../valid-html'

/** Somebody who has said something and has it listed, with the address of their page. */
async function commenter(newsroom: Newsroom) {
  const person = somebody()
  const words = `The key hangs behind the door, says ${person.name}.`
  const { id, address } = await newsroom.publishArticle()
  await say(person, id, words)
  return { person, personId: await castId(person), words, address }
}

/** Before its script has come the button leads to another page, which does the same. */
const SETTLED = { waitUntil: 'networkidle' } as const

const listTheirs = (personId: number) =>
  write((tx) => tx.update(people).set({ commentsShownAt: new Date() }).where(eq(people.id, personId)))

test('with a script whom one muted is marked on their page, and muted and unmuted there', async ({
  page,
  signIn,
  newsroom,
}) => {
  const { person, personId, words, address } = await commenter(newsroom)
  await listTheirs(personId)
  await signIn(somebody())
  await page.goto(`/commenter/${personId}`, SETTLED)
  await expect(page.getByText(words)).toBeVisible()
  const answered = page.waitForResponse((response) => response.url().endsWith('/account/muted/add'))
  await page.getByRole('button', { name: `Mute ${person.name}`, exact: true }).click()
  expect((await answered).status()).toBe(200)
  await expect(page.getByText('You have muted them')).toBeVisible()
  await expect(page.getByText(words)).toBeHidden()

  await page.goto(address)
  await expect(page.getByText(`You have muted ${person.name}.`)).toBeVisible()
  await expect(page.getByText(words)).toBeHidden()

  await page.goto(`/commenter/${personId}`, SETTLED)
  await expect(page.getByText('You have muted them')).toBeVisible()
  const ended = page.waitForResponse((response) => response.url().endsWith('/account/muted/end'))
  await page.getByRole('button', { name: `Unmute ${person.name}` }).click()
  expect((await ended).status()).toBe(200)
  await expect(page.getByText(words)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: `Mute ${person.name}`, exact: true })).toBeVisible()
})

test('without a script the button leads to where one sees whether, and can', async ({
  browser,
  server,
  signIn,
  newsroom,
}) => {
  const { person, personId } = await commenter(newsroom)
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false })
  await signIn(somebody(), context)
  const page = await context.newPage()
  await page.goto(`/commenter/${personId}`, SETTLED)
  await page.getByRole('button', { name: `Mute ${person.name}`, exact: true }).click()
  await expect(page.getByText('You see what they write.')).toBeVisible()
  await page.getByRole('button', { name: `Mute ${person.name}`, exact: true }).click()
  await expect(page.locator('.account-notice')).toContainText('You do not see what they write any more.')
  await page.goto(`/commenter/${personId}`, SETTLED)
  await page.getByRole('button', { name: `Mute ${person.name}`, exact: true }).click()
  await expect(page.getByText('You see what they write.')).toHaveCount(0)
  await page.getByRole('button', { name: `Unmute ${person.name}` }).click()
  await expect(page.locator('.account-notice')).toContainText('You see their comments again.')
  await context.close()
})

test('without an account it is this device that mutes, there and in conversations', async ({ page, newsroom }) => {
  const { person, personId, words, address } = await commenter(newsroom)
  await page.goto(`/commenter/${personId}`, SETTLED)
  await page.getByRole('button', { name: `Mute ${person.name}`, exact: true }).click()
  await expect(page.getByText('You have muted them')).toBeVisible()
  await page.goto(address)
  await expect(page.getByText(words)).toBeHidden()
  await page.getByRole('button', { name: 'Unmute' }).click()
  await page.goto(`/commenter/${personId}`, SETTLED)
  await expect(page.getByRole('button', { name: `Mute ${person.name}`, exact: true })).toBeVisible()
})

test('nobody mutes themselves, or learns from a number who has an account', async ({
  page,
  signIn,
  newsroom,
  server,
}) => {
  const { person, personId } = await commenter(newsroom)
  const reader = somebody()
  const silent = await castId(reader)
  await signIn(person)
  await page.goto(`/commenter/${personId}`, SETTLED)
  await expect(page.getByRole('heading', { name: person.name })).toBeVisible()
  await expect(page.getByRole('button', { name: `Mute ${person.name}` })).toBeHidden()
  for (const [wrong, words] of [
    [personId, 'You cannot mute yourself.'],
    [silent, 'There is nobody of this number who comments.'],
    [999_999_999, 'There is nobody of this number who comments.'],
    ['x', 'Choose whom to mute.'],
  ] as const) {
    const answer = await page.request.post('/account/muted/add', { form: { person: wrong } })
    expect([409, 422], String(wrong)).toContain(answer.status())
    expect(await answer.text()).toContain(words)
    expect(await answer.text()).not.toContain(reader.name)
  }
  await page.goto(`/account/muted?person=${silent}`)
  await expect(page.getByText('You have muted nobody.')).toBeVisible()
  const state = await page.request.get(`/api/account/muted/${silent}`)
  expect(await state.json()).toEqual({ muted: false, own: false })
  expect((await fetch(`${server.url}/api/account/muted/${personId}`)).status).toBe(401)
  const signedOut = await fetch(`${server.url}/account/muted?person=${personId}`, { redirect: 'manual' })
  expect(signedOut.headers.get('location')).toContain(
    `/sign-in?back=${encodeURIComponent(`/account/muted?person=${personId}`)}`,
  )
})

test('the page is the same for everyone, and its HTML valid', async ({ context, signIn, newsroom, server }) => {
  const { personId } = await commenter(newsroom)
  const secret = await signIn(somebody())
  await context.request.post('/account/muted/add', { form: { person: personId } })
  const read = async (headers: Record<string, string>) =>
    (await fetch(`${server.url}/commenter/${personId}`, { headers })).text()
  const html = await read({})
  expect(await read({ cookie: `session=${secret}; signed-in=1` })).toBe(html)
  expect(await htmlProblems(html)).toEqual([])
})

test('the button and what it says are for everyone, in both themes', async ({ page, signIn, newsroom }) => {
  const { person, personId } = await commenter(newsroom)
  await listTheirs(personId)
  await signIn(somebody())
  for (const address of [`/commenter/${personId}`, `/account/muted?person=${personId}`]) {
    await page.goto(address, SETTLED)
    const button = page.getByRole('button', { name: `Mute ${person.name}`, exact: true })
    if (address.startsWith('/commenter')) {
      await button.click()
      await expect(page.getByText('You have muted them')).toBeVisible()
    }
    await expectWellMade(page, address)
  }
})
