import { revokeSessions } from '@/lib/people/session-commands'
import { write } from '@/lib/write'
import { castId, mo, somebody } from '../cast'
import { commentRow, waiting } from '../conversation'
import { expect, test } from '../fixtures'

const QUEUE = '/dashboard/moderation'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled })

    test('Enter after the words of a rejection rejects, and never approves', async ({ page, newsroom, signIn }) => {
      const story = await newsroom.publishArticle()
      const id = await waiting(story.id, 'Half asleep already')
      await signIn(mo)
      await page.goto(`${QUEUE}/items/${id}?story=${story.slug}`)
      const item = page.getByRole('article')
      const words = item.getByLabel('What the author is told besides')
      await words.fill('Call nobody names.')
      await words.press('Enter')
      await expect(item.getByText('Choose why the comment is rejected: its author is told.').first()).toBeVisible()
      await expect(words).toHaveValue('Call nobody names.')
      expect((await commentRow(id))?.state).toBe('pending')
      await item.getByLabel('Reason').selectOption('Abuse')
      await words.press('Enter')
      await expect(page.getByText('Rejected; its author is told why.')).toBeVisible()
      expect(await commentRow(id)).toMatchObject({
        state: 'rejected',
        decidedReason: 'It is abusive. Call nobody names.',
      })
    })

    test('Enter on a mark of the list approves nothing', async ({ page, newsroom, signIn }) => {
      const story = await newsroom.publishArticle()
      const id = await waiting(story.id, 'Marked and forgotten')
      await signIn(mo)
      await page.goto(`${QUEUE}?story=${story.slug}`)
      const mark = page.getByRole('checkbox', { name: /^Mark the comment/ })
      await mark.check()
      await mark.press('Enter')
      await expect(page.getByText('Choose why the comment is rejected', { exact: false }).first()).toBeVisible()
      expect((await commentRow(id))?.state).toBe('pending')
    })
  })
}

test('a key that is held down decides once, and a reason is for the comment that it was asked for', async ({
  page,
  newsroom,
  signIn,
}) => {
  const story = await newsroom.publishArticle()
  const ids: number[] = []
  for (const words of ['First nap', 'Second nap', 'Third nap']) ids.push(await waiting(story.id, words))
  const [first, second, third] = ids as [number, number, number]
  await signIn(mo)
  await page.goto(`${QUEUE}?story=${story.slug}&open=${first}`)
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  await page.keyboard.down('f')
  await expect(page.getByText('Approved.', { exact: true })).toBeVisible()
  await expect(page.getByRole('article')).toContainText('Second nap')
  for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('f')
  await page.keyboard.up('f')
  await page.keyboard.press('d')
  await expect(page.getByText('Reject because of')).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByText('Reject because of')).toHaveCount(0)
  await expect(page.getByRole('article')).toContainText('Third nap')
  await page.keyboard.press('1')
  await page.keyboard.press('f')
  await expect(page.getByText('Approved.', { exact: true })).toBeVisible()
  await expect(page.getByRole('article')).toContainText('Second nap')
  const states = (await Promise.all([first, second, third].map(commentRow))).map((row) => row?.state)
  expect(states).toEqual(['approved', 'pending', 'approved'])
})

test('a line that is cut loses no more than the one decision, and says so', async ({
  page,
  newsroom,
  signIn,
  complaints,
}) => {
  const story = await newsroom.publishArticle()
  const id = await waiting(story.id, 'Said in a tunnel')
  await signIn(mo)
  await page.goto(`${QUEUE}?story=${story.slug}&open=${id}`)
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  await page.getByRole('article').getByText('Reply as staff', { exact: true }).click()
  await page.getByLabel(/^Your reply to/).fill('We hear you.')
  await page.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await page.getByRole('button', { name: 'Approve and reply' }).click()
  await expect(page.getByText('That did not reach the newsroom')).toBeVisible()
  await page.unroute('**/*')
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByLabel(/^Your reply to/)).toHaveValue('We hear you.')
  expect((await commentRow(id))?.state).toBe('pending')
  await page.getByRole('button', { name: 'Approve and reply' }).click()
  await expect(page.getByText('Approved, and your reply is published.')).toBeVisible()
  // The browser notes what was cut.
  complaints.length = 0
})

test('whoever is signed out meanwhile comes back to the comment that they looked at', async ({
  page,
  newsroom,
  signIn,
}) => {
  const story = await newsroom.publishArticle()
  const id = await waiting(story.id, 'Late shift')
  const tired = somebody({ role: 'moderator' })
  await signIn(tired)
  await page.goto(`${QUEUE}?story=${story.slug}&open=${id}`)
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  const personId = await castId(tired)
  await write((tx) => revokeSessions(tx, personId))
  await page.keyboard.press('f')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const back = new URL(page.url()).searchParams.get('back')
  expect(back).toContain(`open=${id}`)
  expect((await commentRow(id))?.state).toBe('pending')
})
