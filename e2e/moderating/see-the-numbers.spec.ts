import { comments } from '@/db/schema/comments'
import { write } from '@/lib/write'
import { expectForEveryone } from '../accessibility'
import { ada, bex, castId, ed, mo, remy, wren } from '../cast'
import { expect, test } from '../fixtures'

const NUMBERS = '/dashboard/moderation/numbers'
const MINUTE = 60_000

/** Five comments of an hour ago: three were held, two of them decided on after 8 and 12 minutes. */
async function talkUnder(articleId: number) {
  const decidedBy = await castId(mo)
  const createdAt = new Date(Date.now() - 60 * MINUTE)
  const decided = (minutes: number) => ({ decidedBy, decidedAt: new Date(createdAt.getTime() + minutes * MINUTE) })
  const held = { verdict: { outcome: 'hold' as const, findings: [] } }
  await write(async (tx) => {
    const shared = { articleId, signature: 'Remy', body: 'x', createdAt }
    await tx.insert(comments).values([
      { ...shared, state: 'approved' },
      { ...shared, state: 'approved' },
      { ...shared, ...held, state: 'pending' },
      { ...shared, ...held, state: 'approved', ...decided(8) },
      { ...shared, ...held, state: 'rejected', ...decided(12) },
    ])
  })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an editor sees what was posted, held and rejected, and how long people waited', async ({
      page,
      newsroom,
      signIn,
    }) => {
      const story = await newsroom.publishArticle()
      await talkUnder(story.id)
      await signIn(ed)
      await page.goto('/dashboard')
      await page.getByRole('link', { name: 'Comments in numbers' }).first().click()
      await expect(page.getByRole('heading', { level: 1, name: 'Comments in numbers' })).toBeVisible()
      const row = page.getByRole('row', { name: story.headline })
      await expect(row.getByRole('cell')).toHaveText(['5', '3', '1', '10 min'])
      await expect(page.getByRole('img', { name: /Comments a day/ })).toBeVisible()
      await page.getByText('Figures of each day').click()
      await expect(page.getByRole('region', { name: 'Comments by day' }).getByRole('row')).toHaveCount(31)
      await page.getByRole('link', { name: '7 days' }).click()
      await expect(page).toHaveURL(/days=7/)
      await page.getByText('Figures of each day').click()
      await expect(page.getByRole('region', { name: 'Comments by day' }).getByRole('row')).toHaveCount(8)
    })
  })
}

test('a story is called by whole words on a phone, as is what is said of people', async ({
  page,
  newsroom,
  signIn,
}) => {
  const story = await newsroom.publishArticle()
  await talkUnder(story.id)
  await signIn(ada)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(NUMBERS)
  const name = page.getByRole('row', { name: story.headline }).getByRole('rowheader')
  expect((await name.boundingBox())?.width).toBeGreaterThan(100)
  await page.goto('/dashboard/people')
  const role = page.getByRole('cell', { name: 'Moderator', exact: true }).first()
  const height = await role.evaluate((cell) => {
    const words = document.createRange()
    words.selectNodeContents(cell)
    return words.getBoundingClientRect().height
  })
  expect(height).toBeLessThan(30)
})

test('axe finds nothing on it, in both themes', async ({ page, newsroom, signIn }) => {
  await talkUnder((await newsroom.publishArticle()).id)
  await signIn(mo)
  await page.goto(NUMBERS)
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await expectForEveryone(page)
  }
})

test('only those who moderate see it', async ({ page, signIn, context }) => {
  await page.goto(NUMBERS)
  await expect(page).toHaveURL(/\/sign-in/)
  for (const [person, status] of [
    [remy, 404],
    [wren, 404],
    [mo, 200],
    [ed, 200],
    [ada, 200],
  ] as const) {
    await context.clearCookies()
    await signIn(person)
    expect((await page.goto(NUMBERS))?.status(), person.name).toBe(status)
  }
  await context.clearCookies()
  await signIn(bex)
  await page.goto(NUMBERS)
  await expect(page).toHaveURL(/\/sign-in/)
})
