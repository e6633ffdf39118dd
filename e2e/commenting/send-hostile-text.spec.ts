import { castId, mo, sessionSecretOf, somebody } from '../cast'
import { approve, lastCommentOf, reject, say } from '../conversation'
import { expect, test } from '../fixtures'
import { AS_MARKUP, HOSTILE } from '../hostile-text'

type Deed = {
  fields: string[]
  /** What else it needs to come that far. */
  with?: Record<string, string>
  /** Whose comment it is about. */
  about?: 'own' | 'own, rejected'
}

/** Every form of a conversation, by the last part of its address; `post` begins a comment. */
const DEEDS: Record<string, Deed> = {
  post: { fields: ['body', 'article', 'parent'], with: { body: 'It is so.' } },
  edit: { fields: ['body', 'revision'], with: { body: 'It is not so.', revision: '1' }, about: 'own' },
  report: { fields: ['reason', 'details', 'illegal'], with: { reason: 'other', details: 'See the second line.' } },
  appeal: { fields: ['text'], about: 'own, rejected' },
  mute: { fields: ['on'] },
  follow: { fields: ['on'] },
  like: { fields: ['on'] },
  hide: { fields: ['reason', 'revision', 'on'], with: { on: '1', reason: 'Third rule.' } },
  pick: { fields: ['on'] },
}

for (const [name, { fields, with: rest = {}, about }] of Object.entries(DEEDS)) {
  test(`hostile text in the form “${name}” is text, or is refused`, async ({ server, newsroom }) => {
    const { id: article } = await newsroom.publishArticle()
    const isKeepers = name === 'hide' || name === 'pick'
    for (const field of fields) {
      for (const [kind, text] of Object.entries(HOSTILE)) {
        // Somebody new each time: nobody may say as much in a row.
        const person = isKeepers ? somebody({ role: 'moderator' }) : somebody()
        const comment = await say(about ? person : somebody(), article, 'The lantern is lit.')
        if (about === 'own, rejected') await reject(comment, 'It broke the third rule.')
        const cookie = `session=${await sessionSecretOf(person)}`
        const sent = { ...(name === 'post' && { article: String(article) }), ...rest, [field]: text }
        for (const isJson of [true, false]) {
          const answer = await fetch(`${server.url}${name === 'post' ? '/comments' : `/comments/${comment}/${name}`}`, {
            method: 'POST',
            redirect: 'manual',
            headers: isJson
              ? { cookie, 'content-type': 'application/json', accept: 'application/json' }
              : { cookie, accept: 'text/html' },
            body: isJson ? JSON.stringify(sent) : new URLSearchParams(sent),
          })
          const where = `${field}: ${kind}, as ${isJson ? 'JSON' : 'a form'}`
          expect(answer.status, where).toBeLessThan(500)
          expect(answer.status, where).not.toBe(429)
          const body = await answer.text()
          if (answer.status >= 400) expect(body.length, where).toBeGreaterThan(10)
          if (!isJson) expect(body, where).not.toMatch(AS_MARKUP)
          expect(body.length, where).toBeLessThan(300_000)
        }
      }
    }
  })
}

test('what was taken is read as text on every page of the conversation', async ({ page, signIn, newsroom, server }) => {
  const { id: article, address } = await newsroom.publishArticle()
  const author = somebody()
  const cookie = `session=${await sessionSecretOf(author)}`
  const said: number[] = []
  for (const body of [HOSTILE.script, HOSTILE['an image that fails'], HOSTILE['a closed text area']]) {
    const sent = new URLSearchParams({
      article: String(article),
      body: `${body} [x](javascript:document.title='taken')`,
    })
    await fetch(`${server.url}/comments`, { method: 'POST', redirect: 'manual', headers: { cookie }, body: sent })
    const comment = await lastCommentOf(await castId(author))
    if (!comment) throw new Error('The comment was not taken.')
    said.push(comment.id)
    const report = new URLSearchParams({ reason: 'other', details: String(body) })
    const reporter = { cookie: `session=${await sessionSecretOf(somebody())}` }
    await approve(comment.id)
    await fetch(`${server.url}/comments/${comment.id}/report`, {
      ...{ method: 'POST', redirect: 'manual', headers: reporter, body: report },
    })
  }
  await signIn(mo)
  const pages = [
    ...[address, `${address}/comments.xml`, ...said.map((id) => `/comments/about/${id}`)],
    ...['pending', 'reported', 'new', 'approved'].map((tab) => `/dashboard/moderation?tab=${tab}`),
    `/dashboard/moderation/people/${await castId(author)}`,
    ...said.slice(0, 1).flatMap((id) => [`/comments/hide/${id}`, `/comments/report/${id}`]),
  ]
  for (const shown of pages) {
    await page.goto(shown)
    expect(await page.title(), shown).not.toBe('taken')
    expect(await page.locator('img[src="x"]').count(), shown).toBe(0)
    expect(await page.locator('a[href^="javascript"]').count(), shown).toBe(0)
  }
  await page.goto(address)
  await expect(page.getByText('"><script>document.title = "taken"</script>').first()).toBeVisible()
})
