import { readFileSync } from 'node:fs'
import type { APIRequestContext, Page } from '@playwright/test'
import { launchFront, type Placement } from '@/lib/fronts/front-commands'
import { unsafeOperator } from '@/lib/people/viewer'
import { expectForEveryone } from '../accessibility'
import { ed, somebody } from '../cast'
import { expect, test } from '../fixtures'
import { byKeyboard, byPointer, type Hands } from '../hands'
import { expectFresh } from '../receipts'

const { fronts } = JSON.parse(readFileSync(new URL('../../db/seed/newsroom.json', import.meta.url), 'utf8')) as {
  fronts: { home: Placement[] }
}

test.afterEach(({ newsroom: _ }) => launchFront(unsafeOperator(), 'home', fronts.home))

const done = (page: Page, words: string) => expect(page.getByRole('status').getByText(words)).toBeVisible()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first()

type Scene = {
  page: Page
  request: APIRequestContext
  hands: Hands
  hasScripts: boolean
  signInAs: (person: 'author' | 'editor') => Promise<unknown>
  /** Called on every page on the way. */
  look: () => Promise<void>
}

/** Writes the text of the article that is open, by whichever of the two editors the page has. */
async function writeText({ page, hands, hasScripts }: Scene, words: string): Promise<void> {
  const field = hasScripts ? page.locator('form.editor .ProseMirror') : page.getByLabel('Text, as Markdown')
  await hands.write(field, words)
  if (hasScripts) await expect(page.locator('.editor-state')).toHaveAttribute('data-state', 'saved')
  else {
    await hands.press(button(page, 'Save'))
    await done(page, 'Saved.')
  }
}

/** From the first word to the notice of the withdrawal, as a newsroom goes about it. */
async function bringToItsEnd(scene: Scene): Promise<void> {
  const { page, request, hands, signInAs, look } = scene
  const headline = `The long way of a story ${Date.now()}`

  await signInAs('author')
  await page.goto('/dashboard/articles')
  await look()
  await hands.press(link(page, 'New article'))
  await expect(page).toHaveURL(/\/articles\/new$/)
  await look()
  await hands.write(page.getByLabel('Headline', { exact: true }), headline)
  await hands.press(button(page, 'Start writing'))
  await page.waitForURL(/\/dashboard\/articles\/\d+$/)
  const id = Number(page.url().split('/').at(-1))
  await writeText(scene, 'Nine boats were lost at sea.')
  await look()
  await hands.press(link(page, 'Send to the desk…'))
  await hands.press(button(page, 'Send to the desk'))
  await done(page, 'Sent to the desk.')
  await look()

  await signInAs('editor')
  await page.goto('/dashboard/articles?view=editing')
  await hands.press(link(page, headline))
  await expect(page).toHaveURL(new RegExp(`/dashboard/articles/${id}$`))
  await hands.press(link(page, 'Publish…'))
  await hands.press(button(page, 'Mark as ready'))
  await done(page, 'Marked as ready.')
  await hands.press(button(page, 'Publish now'))
  await done(page, 'Published.')
  await expectFresh(page)
  await look()
  const address = (await link(page, 'View it').getAttribute('href')) as string
  expect(await (await request.get(address)).text()).toContain('Nine boats were lost at sea.')

  await hands.press(link(page, 'Place it on a front'))
  await expect(page).toHaveURL(/\/dashboard\/fronts/)
  await look()
  await hands.press(page.locator('a[href="/dashboard/fronts/home"]').first())
  await hands.write(page.getByLabel('Find by headline'), headline)
  await hands.press(button(page, 'Find'))
  await hands.select(page.getByLabel(`Where to put “${headline}”`).first(), 'Lead story')
  await hands.press(page.getByRole('button', { name: `Add ${headline}` }).first())
  await expect(page.getByText('The story is on the draft.')).toBeVisible()
  await look()
  await hands.press(button(page, 'Make live'))
  await expect(page.getByText('The front is live.')).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('region', { name: 'Lead story' }).getByRole('heading')).toHaveText(headline)
  await look()

  await page.goto(`/dashboard/articles/${id}`)
  await writeText(scene, 'Two boats were lost at sea.')
  await hands.press(link(page, 'Publish…'))
  // The link waits until what was written is saved.
  await expect(page).toHaveURL(/\/publish$/)
  await look()
  await hands.choose(page.getByRole('radio', { name: /^Correction/ }))
  await hands.write(page.getByLabel('What readers are told').first(), 'An earlier version spoke of nine boats.')
  await hands.press(button(page, 'Publish the change'))
  await done(page, 'The change is before readers.')
  await look()

  await page.goto(address)
  await expect(page.getByText('Two boats were lost at sea.')).toBeVisible()
  await expect(page.getByText('An earlier version spoke of nine boats.').first()).toBeVisible()
  await look()
  await hands.press(link(page, 'What changed'))
  await expect(page).toHaveURL(`${address}/changes`)
  await expect(page.getByRole('article').locator('del').first()).toContainText('Nine')
  await expect(page.getByRole('article').locator('ins').first()).toContainText('Two')
  await look()
  await page.goto('/corrections')
  await expect(page.getByText('An earlier version spoke of nine boats.')).toBeVisible()
  await look()

  await page.goto(`/dashboard/articles/${id}/publish`)
  await hands.press(page.getByText('Kill this article'))
  await hands.write(page.getByLabel('What readers are told').last(), 'No boat was lost at all.')
  await look()
  await hands.press(button(page, 'Kill it'))
  await done(page, 'Killed.')
  await expectFresh(page)
  await look()
  expect((await page.goto(address))?.status()).toBe(410)
  await expect(page.getByText('No boat was lost at all.')).toBeVisible()
  await look()
  expect(await (await request.get('/')).text()).not.toContain(headline)
}

/** That a page is for everyone, in both themes. */
const lookAt = (page: Page) => () => expectForEveryone(page)
const goOn = () => async () => {}

type Way = { name: string; hasScripts: boolean; handsAt: (page: Page) => Hands; looks: (page: Page) => Scene['look'] }
const WAYS: Way[] = [
  { name: 'with a script, every page for everyone', hasScripts: true, handsAt: () => byPointer, looks: lookAt },
  { name: 'without a script', hasScripts: false, handsAt: () => byPointer, looks: goOn },
  { name: 'by keyboard alone', hasScripts: true, handsAt: byKeyboard, looks: goOn },
  { name: 'by keyboard alone and without a script', hasScripts: false, handsAt: byKeyboard, looks: goOn },
]

for (const { name, hasScripts, handsAt, looks } of WAYS) {
  test.describe(name, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('a story is written, checked, published, put on the front, corrected and withdrawn', async ({
      page,
      request,
      signIn,
    }) => {
      const author = somebody({ role: 'author' })
      await bringToItsEnd({
        ...{ page, request, hasScripts, hands: handsAt(page), look: looks(page) },
        signInAs: (person) => signIn(person === 'author' ? author : ed),
      })
    })
  })
}
