import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { articles } from '@/db/schema/articles'
import { deleteComment } from '@/lib/comments/comment-commands'
import { restorePerson, suspendPerson } from '@/lib/people/standing-commands'
import { unsafeOperator } from '@/lib/people/viewer'
import { changed, write } from '@/lib/write'
import { expectForEveryone, overflow } from '../accessibility'
import { castId, limitTo, mo, remy, somebody, viewerOf } from '../cast'
import { approve, commentRow, lastCommentOf, waiting } from '../conversation'
import { expect, test } from '../fixtures'

const QUEUE = '/dashboard/moderation'

const replyForm = (page: Page) => page.getByRole('article').locator('.item-reply')
const field = (page: Page) => replyForm(page).getByLabel(/^Your reply to/)

/** Types a reply to the comment that is open, and sends it by the button of this name. */
async function reply(page: Page, words: string, button: string) {
  const whole = replyForm(page)
  if ((await whole.getAttribute('open')) === null) await whole.getByText('Reply as staff', { exact: true }).click()
  await field(page).fill(words)
  await whole.getByRole('button', { name: button }).click()
}

const putComments = (articleId: number, comments: 'open' | 'closed') =>
  write(async (tx) => {
    await tx.update(articles).set({ comments }).where(eq(articles.id, articleId))
    changed(`article:${articleId}`)
  })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled })

    test('what waits is approved and answered, and readers see whose words they are', async ({
      page,
      newsroom,
      signIn,
    }) => {
      const story = await newsroom.publishArticle()
      const ana = somebody({ role: 'moderator' })
      const id = await waiting(story.id, 'When will it open?')
      await signIn(ana)
      await page.goto(
        javaScriptEnabled ? `${QUEUE}?story=${story.slug}&open=${id}` : `${QUEUE}/items/${id}?story=${story.slug}`,
      )
      await reply(page, 'It opens on Monday.', 'Approve and reply')
      await expect(page.getByText('Approved, and your reply is published.')).toBeVisible()
      expect((await commentRow(id))?.state).toBe('approved')
      const said = await lastCommentOf(await castId(ana))
      expect(said).toMatchObject({ parentId: id, state: 'approved', badge: 'Staff', body: 'It opens on Monday.' })
      await page.getByRole('link', { name: 'See it on the page' }).click()
      const shown = page.locator(`#comment-${said?.id}`)
      await expect(shown).toContainText('It opens on Monday.')
      await expect(shown).toContainText('Staff')
      await signIn(remy)
      await page.goto('/account/notifications')
      await expect(page.getByText(ana.name).first()).toBeVisible()
    })

    test('what is published is answered, and what cannot be said is shown again', async ({
      page,
      newsroom,
      signIn,
    }) => {
      const story = await newsroom.publishArticle()
      const id = await waiting(story.id, 'Who pays for it?')
      await approve(id)
      await signIn(mo)
      await page.goto(`${QUEUE}${javaScriptEnabled ? `?tab=approved&open=${id}` : `/items/${id}?tab=approved`}`)
      await reply(page, '  ', 'Post reply')
      await expect(replyForm(page).getByText('Write your comment first.').first()).toBeVisible()
      await reply(page, 'The city \u0007pays.', 'Post reply')
      await expect(
        replyForm(page)
          .getByText(/characters in it that cannot be shown/)
          .first(),
      ).toBeVisible()
      await expect(field(page)).toHaveValue('The city pays.')

      await putComments(story.id, 'closed')
      await reply(page, 'The city pays, all of it.', 'Post reply')
      if (javaScriptEnabled) {
        await expect(
          replyForm(page)
            .getByText(/^Comments closed/)
            .first(),
        ).toBeVisible()
        await expect(field(page)).toHaveValue('The city pays, all of it.')
      } else await expect(page.getByText(/Comments closed/).first()).toBeVisible()
      await putComments(story.id, 'open')
      if (!javaScriptEnabled) await page.goto(`${QUEUE}/items/${id}?tab=approved`)
      await reply(page, 'The city pays, all of it.', 'Post reply')
      await expect(page.getByText('Your reply is published, and whoever it answers is told.')).toBeVisible()
      await expect(page.getByRole('region', { name: 'Replies' })).toContainText('The city pays, all of it.')
      await expect(field(page)).toHaveValue('')
    })

    test('whoever is answered may have deleted it meanwhile: what was typed is still there', async ({
      page,
      newsroom,
      signIn,
    }) => {
      const story = await newsroom.publishArticle()
      const id = await waiting(story.id, 'Never mind')
      await signIn(mo)
      await page.goto(`${QUEUE}${javaScriptEnabled ? `?story=${story.slug}&open=${id}` : `/items/${id}`}`)
      await page.getByRole('article').getByText('Reply as staff', { exact: true }).click()
      await field(page).fill('It was a fair question.')
      await deleteComment(await viewerOf(remy), id)
      await replyForm(page).getByRole('button', { name: 'Approve and reply' }).click()
      await expect(page.getByText(/has deleted/).first()).toBeVisible()
      const kept = javaScriptEnabled ? field(page) : page.getByLabel('What you wrote')
      await expect(kept).toHaveValue('It was a fair question.')
    })
  })
}

test('what is typed is no key, Esc leaves the field, and going on loses nothing', async ({
  page,
  newsroom,
  signIn,
}) => {
  const story = await newsroom.publishArticle()
  const first = await waiting(story.id, 'First of all')
  await waiting(story.id, 'Second thoughts')
  await signIn(mo)
  await page.goto(`${QUEUE}?story=${story.slug}&open=${first}`)
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  await page.getByRole('article').getByText('Reply as staff', { exact: true }).click()
  await field(page).focus()
  await page.keyboard.type('just fed up? jk')
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveValue('just fed up? jk')
  await expect(page.locator('#item-title')).toBeFocused()
  await expect(page.getByRole('article')).toContainText('First of all')
  await page.keyboard.press('j')
  await expect(page.getByRole('article')).toContainText('Second thoughts')
  await expect(field(page)).toBeHidden()
  await page.keyboard.press('k')
  await expect(page.getByRole('article')).toContainText('First of all')
  await expect(field(page)).toHaveValue('just fed up? jk')
  await page.keyboard.press('Escape')
  await expect(page.locator(`.queue-comment[data-comment="${first}"]`)).toBeFocused()
  await page.reload()
  await expect(field(page)).toHaveValue('just fed up? jk')
  expect((await commentRow(first))?.state).toBe('pending')

  await expectForEveryone(page)
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await overflow(page)).toBe(0)
})

test('whoever is suspended meanwhile is signed out, and finds what they typed when they are back', async ({
  page,
  newsroom,
  signIn,
}) => {
  const story = await newsroom.publishArticle()
  const id = await waiting(story.id, 'Is anybody there?')
  const tired = somebody({ role: 'moderator' })
  await signIn(tired)
  await page.goto(`${QUEUE}?story=${story.slug}&open=${id}`)
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  const until = new Date(Date.now() + 5 * 86_400_000)
  await suspendPerson(unsafeOperator(), await castId(tired), { until, reason: 'Take a rest.' })
  await reply(page, 'Here we are.', 'Approve and reply')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect((await commentRow(id))?.state).toBe('pending')
  const back = new URL(page.url()).searchParams.get('back') as string
  await restorePerson(unsafeOperator(), await castId(tired))
  await signIn(tired)
  await page.goto(back)
  await expect(field(page)).toHaveValue('Here we are.')

  const elsewhere = somebody({ role: 'moderator' })
  await limitTo(elsewhere, 'world')
  await signIn(elsewhere)
  expect((await page.goto(`${QUEUE}/items/${id}`))?.status()).toBe(404)
})
