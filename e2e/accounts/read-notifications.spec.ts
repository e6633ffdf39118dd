import { comments } from '@/db/schema/comments'
import { notify } from '@/lib/notifications/notification-commands'
import { countUnread, getMailChoices } from '@/lib/notifications/notification-queries'
import { write } from '@/lib/write'
import { expectWellMadeAt } from '../accessibility'
import { castId, type Person, remy, somebody, viewerOf } from '../cast'
import { expect, test } from '../fixtures'
import { mailsTo, mailTo } from '../mailbox'

/** A comment of another's that answers a person, and word of it. */
async function answer(person: Person, articleId: number, body = 'I beg to differ.') {
  const personId = await castId(person)
  const by = await castId(remy)
  return write(async (tx) => {
    const row = { articleId, personId: by, signature: remy.name, body, state: 'approved' as const }
    const [made] = await tx.insert(comments).values(row).returning({ id: comments.id })
    const { id } = made as { id: number }
    await notify(tx, { personId, kind: 'reply', commentId: id })
    return id
  })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('what was told leads to its comment, and is seen by that', async ({ page, signIn, newsroom }) => {
      const person = somebody()
      await signIn(person)
      const article = await newsroom.publishArticle()
      const id = await answer(person, article.id)
      await answer(person, article.id, 'And another thing.')
      await page.goto('/account')
      await expect(page.getByText('2 new')).toBeVisible()
      await page.getByRole('main').getByRole('link', { name: 'Notifications' }).click()
      await expect(page.getByText('Remy Okafor answered your comment').first()).toBeVisible()
      await page.getByRole('link', { name: article.headline }).last().click()
      await expect(page).toHaveURL(new RegExp(`${article.address}#comment-${id}$`))
      expect(await countUnread(await viewerOf(person))).toBe(1)
      await page.goto('/account/notifications')
      await page.getByRole('button', { name: 'Mark all as read' }).click()
      await expect(page.locator('.account-notice')).toContainText('Everything is marked as read.')
      expect(await countUnread(await viewerOf(person))).toBe(0)
    })

    test('what is mailed is chosen, kind by kind', async ({ page, signIn }) => {
      const person = somebody()
      await signIn(person)
      await page.goto('/account/notifications/mail')
      await page.getByLabel('Answers to my comments: Never').check()
      await page.getByLabel('New articles of topics I follow: At once').check()
      await page.getByRole('button', { name: 'Keep these choices' }).click()
      await expect(page.locator('.account-notice')).toContainText('Your choices are kept.')
      await expect(page.getByLabel('Answers to my comments: Never')).toBeChecked()
      expect(await getMailChoices(await viewerOf(person))).toMatchObject({
        reply: 'never',
        'followed-topic': 'at-once',
      })
    })

    test('a mail can be ended by whoever has it, signed out, after a look at what it is', async ({
      page,
      newsroom,
      server,
    }) => {
      const person = somebody()
      await answer(person, (await newsroom.publishArticle()).id, '<b>Bold</b> & brave')
      const mail = await mailTo(server.dataDir, person.email)
      expect(mail.html).toContain('&lt;b&gt;Bold&lt;/b&gt; &amp; brave')
      const link = mail.link('/account/unsubscribe/')
      await page.goto(link)
      expect(await getMailChoices(await viewerOf(person))).toMatchObject({ reply: 'at-once' })
      await page.getByRole('button', { name: 'Mail me no more of these' }).click()
      await expect(page.locator('.account-notice')).toContainText(
        'You are not mailed “Answers to my comments” any more.',
      )
      expect(await getMailChoices(await viewerOf(person))).toMatchObject({ reply: 'never', pick: 'at-once' })
      await answer(person, (await newsroom.publishArticle()).id)
      await newsroom.publishArticle()
      expect(await mailsTo(server.dataDir, person.email)).toHaveLength(1)
    })
  })
}

test('a mail program ends it with one request, as RFC 8058 has it', async ({ playwright, newsroom, server }) => {
  const person = somebody()
  await answer(person, (await newsroom.publishArticle()).id)
  const { headers } = await mailTo(server.dataDir, person.email)
  const list = headers.get('list') as { unsubscribe?: { url?: string }; 'unsubscribe-post'?: { name?: string } }
  expect(list['unsubscribe-post']?.name).toBe('List-Unsubscribe=One-Click')
  const { pathname } = new URL(list.unsubscribe?.url as string)
  const stranger = await playwright.request.newContext({ baseURL: server.url })
  const form = { 'List-Unsubscribe': 'One-Click' }
  for (const wrong of [`${pathname}0`, pathname.replace(/\d+\./, '1.'), '/account/unsubscribe/x'])
    expect((await stranger.post(wrong, { form })).status(), wrong).toBe(404)
  expect(await getMailChoices(await viewerOf(person))).toMatchObject({ reply: 'at-once' })
  expect((await stranger.get(pathname)).status()).toBe(200)
  expect(await getMailChoices(await viewerOf(person))).toMatchObject({ reply: 'at-once' })
  const answered = await stranger.post(pathname, { form })
  expect(answered.status()).toBe(200)
  expect(answered.headers()['set-cookie']).toBeUndefined()
  expect(await getMailChoices(await viewerOf(person))).toMatchObject({ reply: 'never' })
  await stranger.dispose()
})

test('it is one’s own: nobody else opens it, or marks it', async ({ context, request, signIn, newsroom }) => {
  const owner = somebody()
  await answer(owner, (await newsroom.publishArticle()).id)
  await signIn(owner)
  const [, id] =
    /\/account\/notifications\/(\d+)/.exec(await (await context.request.get('/account/notifications')).text()) ?? []
  await context.clearCookies()
  await signIn(somebody())
  const other = await context.request.get(`/account/notifications/${id}`, { maxRedirects: 0 })
  expect([other.status(), other.headers().location]).toEqual([303, '/account/notifications'])
  expect((await context.request.get('/account/notifications')).status()).toBe(200)
  const signedOut = await request.get(`/account/notifications/${id}`, { maxRedirects: 0 })
  expect(signedOut.headers().location).toMatch(/^\/sign-in/)
  expect(await countUnread(await viewerOf(owner))).toBe(1)
})

test('a choice that is none is refused', async ({ context, signIn }) => {
  await signIn(somebody())
  const answered = await context.request.post('/account/notifications/mail/choose', { form: { reply: 'hourly' } })
  expect(answered.status()).toBe(422)
  expect(await answered.text()).toContain('There is a problem')
})

test('the pages are well made, in both themes and at both widths', async ({ page, signIn, newsroom, server }) => {
  const person = somebody()
  await signIn(person)
  await answer(person, (await newsroom.publishArticle()).id)
  const { link } = await mailTo(server.dataDir, person.email)
  for (const address of [
    '/account/notifications',
    '/account/notifications/mail?done',
    link('/account/unsubscribe/'),
    '/account/unsubscribe',
  ]) {
    await page.goto(address)
    await expectWellMadeAt(page, address, [390, 1280])
  }
})
