import type { Locator, Page } from '@playwright/test'
import { deleteComment } from '@/lib/comments/comment-commands'
import { mo, type Person, remy, somebody, viewerOf } from '../cast'
import { commentRow, waiting } from '../conversation'
import { expect, type OpenAs, test } from '../fixtures'
import type { Newsroom } from '../newsroom'
import { lookAt } from '../queue'

const QUEUE = '/dashboard/moderation'
const WORDS = 'Say it without the second sentence, and we gladly take it.'

/** Writes a rejection, and sends it. */
async function reject(item: Locator): Promise<void> {
  await item.getByLabel('Reason').selectOption('Other')
  await item.getByLabel('What the author is told besides').fill(WORDS)
  await item.getByRole('button', { name: /^Reject the comment/ }).click()
}

type Desk = { page: Page; newsroom: Newsroom; signIn: (person: Person) => Promise<string> }

/** A moderator looks at a comment that waits in the queue of its story. */
async function lookAtNew(text: string, { page, newsroom, signIn }: Desk): Promise<{ id: number; item: Locator }> {
  const story = await newsroom.publishArticle()
  const id = await waiting(story.id, text)
  await signIn(mo)
  await page.goto(`${QUEUE}?story=${story.slug}`)
  return { id, item: await lookAt(page, text) }
}

/** Another moderator's page of the comment; with a script, they take it over from whoever looks at it. */
async function meanwhile(openAs: OpenAs, id: number, takesOver: boolean): Promise<Page> {
  const theirs = await openAs(somebody({ role: 'moderator' }), `${QUEUE}/items/${id}`)
  if (!takesOver) return theirs
  await theirs.getByRole('button', { name: /^Take it over/ }).click()
  await expect(theirs.getByText('You have taken it over.')).toBeVisible()
  return theirs
}

/** The rejection is sent again as it stands, and the author is told what was written. */
async function expectRejected(page: Page, id: number): Promise<void> {
  await page
    .getByRole('article')
    .getByRole('button', { name: /^Reject the comment/ })
    .click()
  await expect(page.getByText('Rejected; its author is told why.')).toBeVisible()
  expect(await commentRow(id)).toMatchObject({ state: 'rejected', decidedReason: expect.stringContaining(WORDS) })
}

async function expectKept(page: Page): Promise<void> {
  const item = page.getByRole('article')
  await expect(item.getByLabel('What the author is told besides')).toHaveValue(WORDS)
  await expect(item.getByLabel('Reason')).toHaveValue('other')
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('what was written for an author stays when somebody decided meanwhile, until it is sent', async ({
      page,
      newsroom,
      signIn,
      openAs,
    }) => {
      const { id, item } = await lookAtNew('Twice in one minute', { page, newsroom, signIn })
      const theirs = await meanwhile(openAs, id, javaScriptEnabled)
      await theirs.getByRole('button', { name: /^Approve the comment/ }).click()
      await expect(theirs.getByText('Approved.')).toBeVisible()

      await reject(item)
      await expect(page.getByText('One comment was left alone')).toBeVisible()
      await expectKept(page)
      expect(page.url()).not.toContain('sentence')
      await page.reload()
      await expectKept(page)
      await expectRejected(page, id)
      await page.goto(`${QUEUE}/items/${id}`)
      await expect(page.getByRole('article').getByLabel('What the author is told besides')).toHaveValue('')
    })

    test('it stays when somebody else looks at the comment, through taking it over', async ({
      page,
      newsroom,
      signIn,
      openAs,
    }) => {
      const { id, item } = await lookAtNew('Looked at by two', { page, newsroom, signIn })
      await meanwhile(openAs, id, javaScriptEnabled)
      await reject(item)
      await expect(page.getByText('One comment was left alone')).toBeVisible()
      await expectKept(page)
      await page.getByRole('article').getByRole('button', { name: 'Take it over' }).click()
      await expect(page.getByText('You have taken it over.')).toBeVisible()
      await expectKept(page)
      await expectRejected(page, id)
    })

    test('it is there to take along when the author has deleted the comment', async ({ page, newsroom, signIn }) => {
      const { id, item } = await lookAtNew('Gone in a moment', { page, newsroom, signIn })
      await deleteComment(await viewerOf(remy), id)
      await reject(item)
      await expect(page.getByText(/has deleted this comment/)).toBeVisible()
      await expect(page.getByLabel('What you wrote')).toHaveValue(WORDS)
    })

    test('what was written for many stays in their form, and in those of the ones left alone', async ({
      page,
      newsroom,
      signIn,
      openAs,
    }) => {
      const story = await newsroom.publishArticle()
      const first = await waiting(story.id, 'Wrens at dawn')
      await waiting(story.id, 'Wrens at noon')
      await signIn(mo)
      await page.goto(`${QUEUE}?story=${story.slug}`)
      if (javaScriptEnabled) await page.getByRole('button', { name: 'Keys' }).waitFor()
      for (const box of await page.getByRole('checkbox', { name: /^Mark the comment/ }).all()) await box.check()
      await openAs(somebody({ role: 'moderator' }), `${QUEUE}/items/${first}`)
      await page.getByText('Reject marked').first().click()
      await page.getByLabel('Why').selectOption('Other')
      await page.getByLabel('What their authors are told besides').fill(WORDS)
      await page.getByRole('button', { name: 'Reject marked' }).click()
      await expect(page.getByText('One comment was left alone')).toBeVisible()
      await expect(page.getByLabel('What their authors are told besides')).toHaveValue(WORDS)
      await expect(page.getByLabel('Why')).toHaveValue('other')
      await page.getByRole('button', { name: /^Take it over/ }).click()
      await expect(page.getByText('You have taken it over.')).toBeVisible()
      await expectKept(page)
    })
  })
}

test('nobody else finds it in the same browser', async ({ page, newsroom, signIn, openAs }) => {
  const story = await newsroom.publishArticle()
  const id = await waiting(story.id, 'Of one desk')
  await signIn(mo)
  await page.goto(`${QUEUE}/items/${id}`)
  const theirs = await openAs(somebody({ role: 'moderator' }), `${QUEUE}/items/${id}`)
  await theirs.getByRole('button', { name: /^Take it over/ }).click()
  await expect(theirs.getByText('You have taken it over.')).toBeVisible()
  await reject(page.getByRole('article'))
  await expectKept(page)
  await signIn(somebody({ role: 'moderator' }))
  await page.goto(`${QUEUE}/items/${id}`)
  await expect(page.getByRole('article').getByLabel('What the author is told besides')).toHaveValue('')
})
