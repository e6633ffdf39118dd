import { listFollowed } from '@/lib/saved/follow-queries'
import { accessibilityProblems, expectWellMadeAt } from '../accessibility'
import { somebody, viewerOf } from '../cast'
import { expect, test } from '../fixtures'
import { mailTo } from '../mailbox'

const TOPICS = [
  ['/tag/football', /^#/],
  ['/author/marta-lind', /Marta Lind/],
  ['/politics', /Politics/],
] as const

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('tags, authors and sections are followed from their pages, and no more from the list', async ({
    page,
    signIn,
  }) => {
    const person = somebody()
    await signIn(person)
    for (const [address] of TOPICS) {
      await page.goto(address)
      await page.getByRole('button', { name: /^Follow / }).click()
      await expect(page).toHaveURL(/\/account\/following\?done=followed$/)
    }
    for (const [, name] of TOPICS)
      await expect(page.getByRole('main').getByRole('link', { name }).first()).toBeVisible()
    for (const _ of TOPICS)
      await page
        .getByRole('button', { name: /^Stop following/ })
        .first()
        .click()
    await expect(page.getByText('You follow nothing yet.')).toBeVisible()
    expect(await listFollowed(await viewerOf(person))).toEqual([])
  })

  test('who has to sign in first is asked afterwards', async ({ page, signIn }) => {
    await page.goto('/author/marta-lind')
    await page.getByRole('button', { name: /^Follow / }).click()
    const back = new URL(page.url()).searchParams.get('back') as string
    await signIn(somebody())
    await page.goto(back)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Follow Marta Lind?')
    await page.getByRole('button', { name: 'Follow' }).click()
    await expect(page.getByRole('link', { name: 'Marta Lind' })).toBeVisible()
  })
})

test('the button shows what is followed, and changes it without leaving the page', async ({ page, signIn }) => {
  const person = somebody()
  await signIn(person)
  await page.goto('/politics')
  const button = page.getByRole('button', { name: 'Follow Politics' })
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await page.reload()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  expect(await accessibilityProblems(page)).toEqual([])
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  expect(await listFollowed(await viewerOf(person))).toEqual([])
})

test('a new article is told of, on the site and by mail, once it is out', async ({
  page,
  signIn,
  newsroom,
  server,
}) => {
  const person = somebody()
  await signIn(person)
  await page.request.post('/account/following/change', { form: { kind: 'section', topic: 'news' } })
  await page.request.post('/account/notifications/mail/choose', { form: { 'followed-topic': 'at-once' } })
  const draft = await newsroom.writeArticle()
  await newsroom.publish(draft.id)
  const mail = await mailTo(server.dataDir, person.email)
  expect(mail.subject).toContain(draft.headline)
  expect(mail.link('/news/')).toBe(draft.address)
  await page.goto('/account/notifications')
  await page.getByRole('link', { name: draft.headline }).click()
  await expect(page).toHaveURL(new RegExp(`${draft.address}$`))
})

test('nothing is followed that there is not, and by nobody who is signed out', async ({ context, request, signIn }) => {
  await signIn(somebody())
  const headers = { accept: 'application/json' }
  for (const form of [
    { kind: 'tag', topic: 'nothing-of-the-kind' },
    { kind: 'person', topic: '1' },
    { kind: '__proto__', topic: 'news' },
    { kind: 'section', topic: '' },
    { kind: 'section', topic: "' or 1=1 --" },
  ]) {
    const answer = await context.request.post('/account/following/change', { form, headers })
    expect(answer.status(), JSON.stringify(form)).toBe(422)
  }
  const answer = await request.post('/account/following/change', { form: { kind: 'section', topic: 'news' }, headers })
  expect(answer.status()).toBe(401)
  expect((await request.get('/api/account/following/section/news')).status()).toBe(401)
})

test('the list is well made, in both themes and at both widths', async ({ page, signIn }) => {
  await signIn(somebody())
  for (const form of [
    { kind: 'section', topic: 'politics' },
    { kind: 'tag', topic: 'football' },
    { kind: 'author', topic: 'marta-lind' },
  ])
    await page.request.post('/account/following/change', { form })
  await page.goto('/account/following')
  await expectWellMadeAt(page, 'the list', [390, 1280])
})
