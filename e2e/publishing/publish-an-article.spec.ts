import type { Page } from '@playwright/test'
import { expectWellMade } from '../accessibility'
import { inWords } from '../bodies'
import { ed, somebody } from '../cast'
import { expect, test } from '../fixtures'

const bylines = ['Wren Tallis']
const sheet = (id: number) => `/dashboard/articles/${id}/publish`
const done = (page: Page, words: string) => expect(page.getByRole('status').getByText(words)).toBeVisible()

/** A moment as a field takes it: demo newsrooms keep UTC. */
const field = (moment: Date) => moment.toISOString().slice(0, 16)
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled })

    test('an article goes out, is corrected in the open, and is killed with a notice', async ({
      page,
      request,
      signIn,
      newsroom,
    }) => {
      await signIn(ed)
      const { id, address, headline } = await newsroom.writeArticle({ bylines, body: inWords('Nine boats were lost.') })
      await page.goto(`/dashboard/articles/${id}`)
      await page.getByRole('link', { name: 'Publish…' }).click()
      await expect(page).toHaveURL(sheet(id))
      await expect(page.getByText('It has no lead picture.').first()).toBeVisible()
      await expect(page.locator('.desk-sentence')).toHaveText('This will go live now in News, with comments open.')
      await page.getByRole('button', { name: 'Publish now' }).click()
      await done(page, 'Published.')
      expect(await (await request.get(address)).text()).toContain('Nine boats were lost.')

      await newsroom.edit(id, { body: inWords('Two boats were lost.') })
      expect(await (await request.get(address)).text()).toContain('Nine boats were lost.')
      await page.goto(sheet(id))
      await page.getByRole('radio', { name: /^Correction/ }).check()
      await page.getByRole('button', { name: 'Publish the change' }).click()
      await expect(page.getByText(/Say what was wrong and what is right/).first()).toBeVisible()
      await expect(page.getByRole('radio', { name: /^Correction/ })).toBeChecked()
      await page.getByLabel('What readers are told').first().fill('An earlier version spoke of nine boats.')
      await page.getByRole('button', { name: 'Publish the change' }).click()
      await done(page, 'The change is before readers.')
      const corrected = await (await request.get(address)).text()
      expect(corrected).toContain('Two boats were lost.')
      expect(corrected).toContain('An earlier version spoke of nine boats.')
      expect(await (await request.get('/corrections')).text()).toContain('An earlier version spoke of nine boats.')

      await page.getByText('Kill this article').click()
      await page.getByRole('button', { name: 'Kill it' }).click()
      await expect(page.getByText(/Tell readers why it was withdrawn/).first()).toBeVisible()
      await page.getByLabel('What readers are told').last().fill('No boat was lost.')
      await page.getByRole('button', { name: 'Kill it' }).click()
      await done(page, 'Killed.')
      const gone = await request.get(address)
      expect(gone.status()).toBe(410)
      expect(await gone.text()).toContain('No boat was lost.')
      expect(await (await request.get('/latest')).text()).not.toContain(headline)
    })

    test('what is missing keeps it back, until somebody says why it goes out all the same', async ({
      page,
      request,
      signIn,
      newsroom,
    }) => {
      await signIn(ed)
      const { id, address } = await newsroom.writeArticle({ body: inWords('The sirens TK sounded.') })
      await page.goto(sheet(id))
      await page.getByRole('button', { name: 'Publish now' }).click()
      await expect(page.locator('.desk-notice.is-danger')).toContainText('Nobody is named as its author.')
      expect((await request.get(address)).status()).toBe(404)
      await page.getByLabel(/^Publish in spite of what is to fix/).fill('The siren is sounding now.')
      await page.getByRole('button', { name: 'Publish now' }).click()
      await done(page, 'Published.')
      expect((await request.get(address)).status()).toBe(200)
    })

    test('it is given a time, an embargo and an end, and taken off the schedule', async ({
      page,
      request,
      signIn,
      newsroom,
    }) => {
      await signIn(ed)
      const { id, headline, address } = await newsroom.writeArticle({ bylines })
      await page.goto(sheet(id))
      await page.getByRole('radio', { name: 'At a time' }).check()
      await page.getByLabel('Time (UTC)').fill(field(inHours(-1)))
      await page.getByRole('button', { name: /Schedule|Publish now/ }).click()
      await expect(page.getByText('This time has passed.').first()).toBeVisible()
      await expect(page.getByLabel('Time (UTC)')).toHaveValue(field(inHours(-1)))
      await page.getByLabel('Time (UTC)').fill(field(inHours(24)))
      await page.getByLabel('Embargo until (UTC)').fill(field(inHours(48)))
      await page.getByLabel('Take down at (UTC)').fill(field(inHours(72)))
      await page.getByRole('button', { name: /Schedule|Publish now/ }).click()
      await done(page, 'Scheduled.')
      await expect(page.getByLabel('Embargo until (UTC)')).toHaveValue(field(inHours(48)))
      expect((await request.get(address)).status()).toBe(404)
      await page.goto('/dashboard/due')
      await expect(page.getByRole('row').filter({ hasText: headline })).toContainText('Goes out')
      await page.getByRole('link', { name: headline, exact: true }).click()
      await page.getByRole('button', { name: 'Take off schedule' }).click()
      await done(page, 'Taken off the schedule.')
      await page.goto('/dashboard/due')
      await expect(page.getByRole('row').filter({ hasText: headline })).toHaveCount(0)
    })

    test('a writer sends it to the desk, and may not publish it', async ({ page, signIn, newsroom }) => {
      const author = somebody({ role: 'author' })
      await signIn(author)
      await page.goto('/dashboard/articles/new')
      await page.getByLabel('Headline').fill('For the desk')
      await page.getByRole('button', { name: 'Start writing' }).click()
      await page.waitForURL(/\/dashboard\/articles\/\d+$/)
      const id = Number(page.url().split('/').at(-1))
      await page.goto(sheet(id))
      await expect(page.getByRole('button', { name: /Publish/ })).toHaveCount(0)
      await page.getByRole('button', { name: 'Send to the desk' }).click()
      await done(page, 'Sent to the desk.')
      await signIn(ed)
      await page.goto(sheet(id))
      await page.getByLabel('What is still to be done').fill('Say who.')
      await page.getByRole('button', { name: 'Send back' }).click()
      await done(page, 'Sent back to its writer.')
      expect(newsroom.revisionsOf(id).length).toBeGreaterThan(0)
    })

    test('what somebody else saved meanwhile is looked at before it goes out', async ({
      page,
      request,
      signIn,
      newsroom,
    }) => {
      await signIn(ed)
      const { id, address } = await newsroom.writeArticle({ bylines, body: inWords('Seen by the editor.') })
      await page.goto(sheet(id))
      await newsroom.edit(id, { body: inWords('Not seen by the editor.') })
      await page.getByLabel('Take down at (UTC)').fill(field(inHours(72)))
      await page.getByRole('button', { name: 'Publish now' }).click()
      await expect(page.locator('.desk-notice.is-danger')).toContainText('was saved by somebody else meanwhile')
      await expect(page.getByLabel('Take down at (UTC)')).toHaveValue(field(inHours(72)))
      expect((await request.get(address)).status()).toBe(404)
      await page.getByRole('link', { name: 'Show this page anew' }).click()
      await page.getByRole('button', { name: 'Publish now' }).click()
      await done(page, 'Published.')
      expect(await (await request.get(address)).text()).toContain('Not seen by the editor.')
    })
  })
}

test('what was typed a moment ago is saved before its publish page is shown', async ({ page, signIn, newsroom }) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ bylines })
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page.locator('form.editor .ProseMirror')).toBeVisible()
  await page.getByRole('textbox', { name: 'Headline', exact: true }).fill('Typed a moment ago')
  await page.getByRole('link', { name: 'Publish…' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Typed a moment ago')
})

test('whoever may not see an article finds no publish page', async ({ page, signIn, newsroom }) => {
  const { id } = await newsroom.writeArticle({ bylines: ['Ed Hale'] })
  await signIn(somebody({ role: 'author' }))
  expect((await page.goto(sheet(id)))?.status()).toBe(404)
  await signIn(somebody())
  expect((await page.goto('/dashboard/due'))?.status()).toBe(404)
  expect((await page.goto(sheet(999_999)))?.status()).toBe(404)
})

test('the publish page and what is due are for everyone, in both themes', async ({ page, signIn, newsroom }) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ body: inWords('TK') })
  const live = await newsroom.publishArticle({ bylines })
  await newsroom.schedule((await newsroom.writeArticle({ bylines })).id, inHours(3))
  for (const address of [sheet(id), sheet(live.id), '/dashboard/due']) {
    await page.goto(address)
    await expectWellMade(page, address)
  }
})
