import { eq } from 'drizzle-orm'
import { commentReports, comments, commentTexts } from '@/db/schema/comments'
import { placeNew } from '@/lib/comments/comment-state'
import { decide } from '@/lib/moderation/decision-commands'
import { writeNote } from '@/lib/moderation/note-commands'
import { undoDecision } from '@/lib/moderation/undo-commands'
import { write } from '@/lib/write'
import { expectWellMadeAt } from '../accessibility'
import { castId, mo, somebody, viewerOf } from '../cast'
import { say, waiting } from '../conversation'
import { expect, test } from '../fixtures'
import { lookAt } from '../queue'

const QUEUE = '/dashboard/moderation'

/** Has somebody say something about which there is much to know. @returns its id */
async function storied(articleId: number): Promise<number> {
  const author = somebody({ name: 'R. Okafor' })
  const personId = await castId(author)
  const parent = await say(somebody({ name: 'Priya Natarajan' }), articleId, 'The reports were public.')
  const matches: [number, number][] = [[10, 21]]
  const finding = { step: 'suspect words', outcome: 'hold' as const, reason: 'It has a suspect word.', matches }
  const id = await write(async (tx) => {
    const [row] = await tx
      .insert(comments)
      .values({
        ...{ articleId, personId, signature: author.name, body: 'They knew did nothing, like the last lot.' },
        ...{ parentId: parent, threadId: parent, depth: 1, revision: 2, editedAt: new Date(), openReports: 1 },
        verdict: { outcome: 'hold', findings: [finding] },
      })
      .returning({ id: comments.id })
    const made = (row as { id: number }).id
    await placeNew(tx, made)
    await tx.insert(commentTexts).values({ commentId: made, revision: 1, body: 'They did nothing.' })
    await tx
      .insert(commentReports)
      .values({ commentId: made, revision: 1, reason: 'abuse', details: 'It calls people names.' })
    await tx.update(comments).set({ openReports: 1 }).where(eq(comments.id, made))
    return made
  })
  await say(somebody({ name: 'Owen Hale' }), articleId, 'Have you a source?', id)
  const ana = await viewerOf(somebody({ name: 'Ana Ruiz', role: 'moderator' }))
  const decision = await decide(ana, { commentId: id, revision: 2, decision: 'reject', reason: 'abuse' })
  await undoDecision(ana, decision as number)
  await writeNote(await viewerOf(mo), personId, { note: 'Was warned on the phone.', sectionId: null })
  return id
}

const KNOWN = [
  'The reports were public.',
  'It has a suspect word.',
  'Reported: Personal abuse: It calls people names.',
  'Have you a source?',
  'They did nothing.',
  'It is abusive.',
  'Was warned on the phone.',
  'nothing decided on yet',
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a comment is seen with all that stands around it, and decided on', async ({ page, newsroom, signIn }) => {
      const story = await newsroom.publishArticle()
      const id = await storied(story.id)
      await signIn(mo)
      await page.goto(`${QUEUE}?story=${story.slug}`)
      const row = await lookAt(page, 'like the last lot')
      if (!javaScriptEnabled) await row.getByRole('link', { name: /^Open the comment of/ }).click()
      await expect(page).toHaveURL(javaScriptEnabled ? new RegExp(`open=${id}`) : new RegExp(`/items/${id}`))
      const item = page.getByRole('article')
      for (const words of KNOWN) await expect(item.getByText(words).first(), words).toBeVisible()
      await expect(item.locator('mark')).toHaveText('did nothing')
      await item.getByLabel('Reason').selectOption('Abuse')
      await item.getByRole('button', { name: /^Reject the comment/ }).click()
      await expect(page.getByText('Rejected; its author is told why.')).toBeVisible()
      await expect(page).toHaveURL(new RegExp(`${QUEUE}\\?tab=pending&story=${story.slug}`))
    })
  })
}

test('the list stays beside the comment, and the focus goes where one works', async ({ page, newsroom, signIn }) => {
  const story = await newsroom.publishArticle()
  for (const text of ['First of three', 'Second of three', 'Third of three']) await waiting(story.id, text)
  await signIn(mo)
  await page.goto(`${QUEUE}?story=${story.slug}`)
  const item = page.getByRole('article')
  await lookAt(page, 'First of three')
  await expect(item.getByRole('heading').first()).toBeFocused()
  await expect(page.locator('.queue-comment:visible')).toHaveCount(3)
  const { keyboard } = page
  await keyboard.press('j')
  await expect(item).toContainText('Second of three')
  await expect(item.getByRole('heading').first()).toBeFocused()
  await keyboard.press('Escape')
  await expect(page.locator('.queue-comment[aria-current]')).toBeFocused()
  await keyboard.press('j')
  await expect(item).toContainText('Third of three')
  await expect(page.locator('.queue-comment[aria-current]')).toBeFocused()
  await expect(page.getByText('Comment 3 of 3, by')).toHaveRole('status')
  await keyboard.press('Enter')
  await expect(item.getByRole('heading').first()).toBeFocused()
  await keyboard.press('Tab')
  await expect(item.getByRole('link', { name: /^Record of/ })).toBeFocused()
  await keyboard.press('k')
  await keyboard.press('f')
  await expect(page.getByText('Approved.', { exact: true })).toBeVisible()
  await expect(item).toContainText('Third of three')
  await expect(item.getByRole('heading').first()).toBeFocused()
})

test('axe finds nothing in either pane or on its own page, in both themes', async ({ page, newsroom, signIn }) => {
  const story = await newsroom.publishArticle()
  const id = await storied(story.id)
  await waiting(story.id, `Unbroken ${'w'.repeat(400)}`)
  await signIn(mo)
  for (const address of [`${QUEUE}?story=${story.slug}&open=${id}`, `${QUEUE}/items/${id}`]) {
    for (const width of [390, 1024, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(address)
      await page.getByRole('button', { name: 'Keys' }).waitFor()
      await expectWellMadeAt(page, address, [width])
    }
  }
})

test('a comment that is gone, or was never there, is told as such', async ({ page, newsroom, signIn }) => {
  const story = await newsroom.publishArticle()
  const id = await waiting(story.id, 'Soon gone')
  await signIn(mo)
  expect((await page.goto(`${QUEUE}/items/${id}`))?.status()).toBe(200)
  await write(async (tx) => void (await tx.update(comments).set({ deletedAt: new Date() }).where(eq(comments.id, id))))
  await waiting(story.id, 'Still here')
  for (const unknown of [id, 999_999_999]) {
    expect((await page.goto(`${QUEUE}/items/${unknown}`))?.status()).toBe(404)
    await page.goto(`${QUEUE}?story=${story.slug}&open=${unknown}`)
    await expect(page.getByText('This comment is not there any more')).toBeVisible()
  }
  expect((await page.goto(`${QUEUE}/items/made-up`))?.status()).toBe(404)
})
