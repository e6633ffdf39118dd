import { mo, somebody } from '../cast'
import { commentRow, waiting } from '../conversation'
import { expect, test } from '../fixtures'
import { lookAt } from '../queue'

const QUEUE = '/dashboard/moderation'
const looked = `Being looked at by ${mo.name}`

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('what a moderator looks at is theirs, until they go back to the list', async ({
      page,
      newsroom,
      signIn,
      openAs,
    }) => {
      const story = await newsroom.publishArticle()
      const id = await waiting(story.id, 'Look at me')
      const address = `${QUEUE}?story=${story.slug}`
      const theirs = await openAs(somebody({ role: 'moderator' }), address)
      const form = await (javaScriptEnabled ? null : lookAt(theirs, 'Look at me'))
      await expect(theirs.getByText(looked)).toHaveCount(0)

      await signIn(mo)
      await page.goto(address)
      const own = await lookAt(page, 'Look at me')
      if (!javaScriptEnabled) await own.getByRole('link', { name: /^Open the comment of/ }).click()
      await expect(page.getByRole('article')).toContainText('Look at me')

      if (form) {
        await form.getByRole('button', { name: /^Approve the comment/ }).click()
        await expect(theirs.getByText('One comment was left alone')).toBeVisible()
        await expect(theirs.getByText(`“Look at me”: ${mo.name} began to look at this comment`)).toBeVisible()
      } else {
        const same = await lookAt(theirs, 'Look at me')
        await expect(same.getByText(`${mo.name} is looking at this comment since`)).toBeVisible()
        await expect(same.getByRole('button', { name: /^Approve the comment/ })).toBeDisabled()
      }
      await theirs.goto(address)
      await expect(theirs.getByText(looked)).toBeVisible()
      expect((await commentRow(id))?.state).toBe('pending')

      await (javaScriptEnabled ? page.goto(address) : page.getByRole('link', { name: 'Moderation' }).last().click())
      await expect(async () => {
        await theirs.goto(address)
        await expect(theirs.getByText(looked)).toHaveCount(0)
      }).toPass()
      await (await lookAt(theirs, 'Look at me')).getByRole('button', { name: /^Approve the comment/ }).click()
      await expect(theirs.getByText('Approved.')).toBeVisible()
    })

    test('nothing stays claimed by whoever signs out', async ({ page, newsroom, signIn, openAs }) => {
      const story = await newsroom.publishArticle()
      const id = await waiting(story.id, 'Left behind')
      const ana = somebody({ role: 'moderator' })
      await signIn(ana)
      await page.goto(`${QUEUE}/items/${id}`)
      await expect(page.getByRole('article')).toContainText('Left behind')
      const theirs = await openAs(mo, `${QUEUE}?story=${story.slug}`)
      await expect(theirs.getByText(`Being looked at by ${ana.name}`)).toBeVisible()
      await page.locator('.desk-person summary').click()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page).not.toHaveURL(/dashboard/)
      await theirs.reload()
      await expect(theirs.getByText('Left behind')).toBeVisible()
      await expect(theirs.getByText(`Being looked at by ${ana.name}`)).toHaveCount(0)
    })

    test('a decision on many leaves what others look at, and says which', async ({
      page,
      newsroom,
      signIn,
      openAs,
    }) => {
      const story = await newsroom.publishArticle()
      const [first, second] = [await waiting(story.id, 'Larks at dawn'), await waiting(story.id, 'Larks at noon')]
      await openAs(mo, `${QUEUE}/items/${first}`)
      const ana = somebody({ role: 'moderator' })
      await signIn(ana)
      await page.goto(`${QUEUE}?story=${story.slug}`)
      for (const box of await page.getByRole('checkbox', { name: /^Mark the comment/ }).all()) await box.check()
      await page.getByRole('button', { name: 'Approve marked' }).click()
      await expect(page.getByText('Approved.')).toBeVisible()
      await expect(page.getByText(`“Larks at dawn”: ${mo.name} began to look at this comment`)).toBeVisible()
      expect([(await commentRow(first))?.state, (await commentRow(second))?.state]).toEqual(['pending', 'approved'])
      await page.getByRole('button', { name: /^Take it over/ }).click()
      await expect(page.getByText('You have taken it over.')).toBeVisible()
      await page.getByRole('button', { name: /^Approve the comment/ }).click()
      await expect(page.getByText('Approved.')).toBeVisible()
      expect((await commentRow(first))?.state).toBe('approved')
    })
  })
}

test('who looks at what is seen while it happens, in a list that stays', async ({ page, newsroom, signIn, openAs }) => {
  const story = await newsroom.publishArticle()
  const id = await waiting(story.id, 'Watch me')
  await signIn(somebody({ role: 'moderator' }))
  await page.clock.install()
  await page.goto(`${QUEUE}?story=${story.slug}`)
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  const theirs = await openAs(mo, `${QUEUE}/items/${id}`, { javaScriptEnabled: false })
  await page.clock.runFor(11_000)
  await expect(page.getByText(looked)).toBeVisible()
  await theirs.goto(`${QUEUE}?story=${story.slug}`)
  await page.clock.runFor(11_000)
  await expect(page.getByText(looked)).toHaveCount(0)
})
