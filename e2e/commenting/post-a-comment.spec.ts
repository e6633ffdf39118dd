import { accessibilityProblems, expectForEveryone, overflow } from '../accessibility'
import { castId, PASSWORD, remy, somebody } from '../cast'
import { approve, lastCommentOf, say } from '../conversation'
import { expect, test } from '../fixtures'
import { htmlProblems } from '../valid-html'

const WORDS = 'I was on the pier that morning, and it was *not* raining.'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a comment waits where only its author sees it, then stands on the page', async ({
      page,
      newsroom,
      signIn,
    }) => {
      const author = somebody()
      await signIn(author)
      const { address } = await newsroom.publishArticle({ comments: 'premoderated' })
      await page.goto(address)
      await page.getByLabel('Join in').fill(WORDS)
      await page.getByRole('button', { name: 'Post comment' }).click()
      await expect(page.getByText('Waiting for review. Only you can see this.')).toBeVisible()
      if (!javaScriptEnabled) await expect(page).toHaveURL(/\/account\/comments\?posted=\d+#comment-\d+$/)
      const row = await lastCommentOf(await castId(author))
      expect(row).toMatchObject({ body: WORDS, state: 'pending' })
      await approve(row?.id as number)
      await page.goto(address)
      const comment = page.getByRole('article', { name: `Comment by ${author.name}` })
      await expect(comment).toContainText('it was not raining')
      await expect(comment.locator('em')).toHaveText('not')
      await expect(page.getByRole('heading', { name: 'Comments (1)' })).toBeVisible()
    })

    test('a reply stands below what it answers', async ({ page, newsroom, signIn }) => {
      const { id, address } = await newsroom.publishArticle({ comments: 'premoderated' })
      await say(remy, id, 'Who has the key?')
      const author = somebody()
      await signIn(author)
      await page.goto(address)
      const above = page.getByRole('article', { name: `Comment by ${remy.name}` })
      await above.getByText('Reply', { exact: true }).click()
      await above.getByLabel(`Your reply to ${remy.name}`).fill('I have.')
      await above.getByRole('button', { name: 'Post reply' }).click()
      await expect(page.getByText('Waiting for review. Only you can see this.')).toBeVisible()
      const row = await lastCommentOf(await castId(author))
      await approve(row?.id as number)
      await page.goto(address)
      await expect(page.locator('.replies')).toContainText('I have.')
    })

    test('somebody who is not signed in keeps what they typed', async ({ page, newsroom }) => {
      const author = somebody()
      await castId(author)
      const { address } = await newsroom.publishArticle({ comments: 'premoderated' })
      await page.goto(address)
      await page.getByLabel('Join in').fill(WORDS)
      await page.getByRole('button', { name: 'Post comment' }).click()
      await expect(page).toHaveURL(/\/sign-in\?back=/)
      await page.goto(page.url().replace('/sign-in?', '/sign-in?with=password&'))
      await page.getByLabel('E-mail address').fill(author.email)
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page.getByLabel('Your comment')).toHaveValue(WORDS)
      await page.getByRole('button', { name: 'Post comment' }).click()
      await expect(page.getByText('Waiting for review. Only you can see this.')).toBeVisible()
      expect(await lastCommentOf(await castId(author))).toMatchObject({ body: WORDS })
    })
  })
}

test('a comment can be written beside what it quotes', async ({ page, newsroom, signIn }) => {
  const { id, address } = await newsroom.publishArticle()
  await say(remy, id, 'One line.\n\nAnother.')
  await signIn(somebody())
  await page.goto(address)
  await page
    .getByRole('article', { name: `Comment by ${remy.name}` })
    .getByText('Reply', { exact: true })
    .click()
  await page.getByRole('link', { name: 'Quote' }).click()
  await expect(page.getByLabel('Your reply')).toHaveValue('> One line.\n>\n> Another.\n\n')
  expect(await accessibilityProblems(page)).toEqual([])
})

test.describe('what cannot be posted', () => {
  const post = async (server: { url: string }, secret: string, form: Record<string, string>, headers = {}) =>
    fetch(`${server.url}/comments`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `session=${secret}`, ...headers },
      body: new URLSearchParams(form),
    })

  test('is refused in words, with what was typed', async ({ server, newsroom, signIn }) => {
    const secret = await signIn(somebody())
    const { id } = await newsroom.publishArticle()
    const article = String(id)
    const cases: [string, number, RegExp][] = [
      ['', 422, /Write your comment first/],
      ['x'.repeat(2001), 422, /Your comment has 2,001 characters; it can have 2,000.*x{2001}/s],
      ['x'.repeat(1_048_576), 413, /This text has 1,048,576 characters/],
      ['a\u0000b', 422, /cannot be shown.*>ab</s],
    ]
    for (const [body, status, words] of cases) {
      const answer = await post(server, secret, { article, body })
      expect(answer.status, body.slice(0, 9)).toBe(status)
      expect(await answer.text()).toMatch(words)
    }
    const wrong: Record<string, string>[] = [
      { article: '0', body: 'x' },
      { article: '999999', body: 'x' },
      { article, parent: '999999', body: 'x' },
    ]
    for (const form of wrong) {
      expect((await post(server, secret, form)).status).toBeGreaterThanOrEqual(400)
    }
    const json = await post(server, secret, { article, body: '' }, { accept: 'application/json' })
    expect(json.status).toBe(422)
    expect(await json.json()).toMatchObject({ problems: [{ field: 'body', words: 'Write your comment first.' }] })
    const foreign = await post(server, secret, { article, body: 'x' }, { origin: 'https://evil.example' })
    expect(foreign.status).toBe(403)
  })

  test('nobody without a session posts by JSON, and nobody posts too often', async ({ server, newsroom, signIn }) => {
    const { id } = await newsroom.publishArticle()
    const accept = { accept: 'application/json' }
    expect((await post(server, '', { article: String(id), body: 'x' }, accept)).status).toBe(401)
    const secret = await signIn(somebody())
    const statuses: number[] = []
    for (let count = 0; count < 12; count += 1) {
      const answer = await post(server, secret, { article: String(id), body: `Words ${count}` }, accept)
      statuses.push(answer.status)
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(statuses).toContain(429)
  })
})

test('hostile text is shown as the text that it is', async ({ page, newsroom, signIn }) => {
  const { id, address } = await newsroom.publishArticle()
  const hostile = [
    '<script>globalThis.hacked = 1</script>',
    '<img src=x onerror="globalThis.hacked=1">',
    '"><svg onload=globalThis.hacked=1>',
    '[x](javascript:globalThis.hacked=1) [y](data:text/html,<script>1</script>)',
    '<details open ontoggle=globalThis.hacked=1>',
    '</article></section><base href="https://evil.example/">',
    '</title><style>*{display:none}</style>',
    `${'>'.repeat(900)} deep`,
  ]
  for (const [index, text] of hostile.entries()) {
    await say(somebody({ name: index === 0 ? 'A <b>bold</b> name' : `Hostile ${index}` }), id, text)
  }
  await signIn(somebody())
  await page.goto(`${address}?sort=newest`)
  await page.locator('#comments').scrollIntoViewIfNeeded()
  await expect(page.getByText('<script>globalThis.hacked = 1</script>')).toBeVisible()
  await expect(page.getByText('A <b>bold</b> name')).toBeVisible()
  expect(await page.evaluate(() => (globalThis as { hacked?: number }).hacked)).toBeUndefined()
  expect(await page.locator('.comment img, .comment svg, .comment script, base').count()).toBe(0)
  const links = await page
    .locator('.comment p a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  for (const link of links) expect(link).toMatch(/^http/)
  expect(await htmlProblems(await (await page.request.get(address)).text())).toEqual([])
  const feed = await page.request.get(`${address}/comments.xml`)
  expect(feed.headers()['content-type']).toContain('application/rss+xml')
  expect(await feed.text()).not.toContain('<script')
})

test('the conversation and its pages are accessible, in both themes', async ({ page, newsroom, signIn }) => {
  const author = somebody()
  await signIn(author)
  const { id, address } = await newsroom.publishArticle()
  const theirs = await say(remy, id, 'A comment with [a link](https://news.example) and\n\n> a quotation')
  const own = await say(author, id, 'My own')
  for (const path of [
    address,
    `${address}?comment=${own}`,
    '/account/comments',
    `/comments/report/${theirs}`,
    `/comments/report/${theirs}?illegal=1`,
    `/comments/change/${own}`,
    `/comments/about/${theirs}`,
    `/comments/write?article=${id}&parent=${theirs}`,
  ]) {
    await page.goto(path)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await overflow(page), path).toBe(0)
    await expectForEveryone(page, path)
  }
})
