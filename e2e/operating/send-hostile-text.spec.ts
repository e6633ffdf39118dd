import { join } from 'node:path'
import sharp from 'sharp'
import { addNote } from '@/lib/articles/editing/note-commands'
import { addressesToAsk } from '@/lib/articles/leaks/scan'
import { storeMedia } from '@/lib/media/media-commands'
import { MediaStore } from '@/lib/media/media-store'
import { unsafeOperator } from '@/lib/people/viewer'
import { changeSite } from '@/lib/site/site-commands'
import { getSite } from '@/lib/site/site-queries'
import { ACTIONS, actionsOfTheBuild, type Endpoint, formOf } from '../action-matrix'
import { MATRIX } from '../authorization-matrix'
import { ada, ed, viewerOf } from '../cast'
import { type Try, test, wrongAmong } from '../door-tries'
import { expect } from '../fixtures'
import { AS_MARKUP, HOSTILE, multipartOf, percentEncoded } from '../hostile-text'

const actions = actionsOfTheBuild().filter(({ name }) => !name.startsWith('$$'))

/** What is wrong with how a hostile text was answered. */
function survives({ status, text, headers }: Parameters<Try['expects']>[0]): string | null {
  if (status >= 500) return `fails: ${status}`
  if (/session=x/.test(headers.get('set-cookie') ?? '')) return 'sets a cookie'
  const isRead = /html|xml/.test(headers.get('content-type') ?? '')
  return isRead && AS_MARKUP.test(text) ? 'shows it as markup' : null
}

/** Fields of a form that its line in the table leaves empty. */
const MORE: Record<string, string[]> = {
  beginArticleAction: ['standfirst', 'kind'],
  bulkAction: ['query', 'deadline', 'person'],
  decideAction: ['words', 'tab'],
  describeAction: ['caption', 'credit', 'licence', 'licenceEnds'],
  lockAction: ['reason'],
  moveAction: ['words'],
  overrideCardAction: ['trail', 'kicker', 'sublink'],
  publishAction: ['at', 'embargoUntil', 'takeDownAt', 'kind', 'note', 'waiver'],
  revisionAction: ['do'],
  saveFormAction: [
    ...['body', 'standfirst', 'kicker', 'dateline', 'contributors', 'section', 'language', 'slug', 'tags', 'bylines'],
    ...['keyPoints', 'related', 'seoTitle', 'seoDescription', 'socialHeadline', 'leadMedia', 'leadAlt', 'leadCaption'],
    ...['leadCredit', 'saveId'],
  ],
}

const { script = '', 'an image that fails': image = '', 'a closed text area': closed = '', ...others } = HOSTILE
/** What is sent in every field; what is alike is sent together. */
const KINDS: Record<string, string> = {
  markup: [script, image, closed].join(' '),
  'an inherited name': '__proto__',
  'what cannot be seen': `${others['an override of order']}${others['what cannot be seen']}`,
  halves: `${others['half of a letter']}${others['the other half']}`,
  ...Object.fromEntries(
    ['control characters', 'a megabyte', 'a megabyte of marks', 'sql'].map((kind) => [kind, others[kind] ?? '']),
  ),
  'a line that ends it': others['a line that ends it'] ?? '',
}

/** Each is tried by an admin, field by field. */
for (const action of actions) {
  test(`hostile text in the form of ${action.name} is text, or is refused`, async ({ server, tried }) => {
    const { at, cookies } = tried
    const site = await getSite()
    const fields = ACTIONS[action.name]?.fields(at) ?? {}
    const tries = [...Object.keys(fields), ...(MORE[action.name] ?? [])].flatMap((field) =>
      Object.entries(KINDS).map(([kind, text]): Try => {
        const form = [...formOf(action, fields)].filter(([name]) => name !== field) as [string, string][]
        const init = { method: 'POST', ...multipartOf([...form, [field, text]]) }
        const expects: Try['expects'] = (answer) => {
          const complaint = survives(answer)
          return complaint && `${field}, ${kind}: ${complaint}`
        }
        return { who: 'admin', address: addressOf(action, at), init: init as RequestInit, expects }
      }),
    )
    const wrong = await wrongAmong(server.url, cookies, tries)
    await changeSite(unsafeOperator(), site)
    expect(wrong).toEqual([])
  })
}

test('the editor’s own doors take hostile JSON as text, or refuse it', async ({ server, newsroom, tried }) => {
  const { id } = await newsroom.writeArticle()
  const latest = JSON.parse(newsroom.latestOf(id))
  const values: unknown[] = [
    ...Object.values(HOSTILE),
    null,
    7,
    true,
    [],
    {},
    [[]],
    ['\uD800'],
    { __proto__: { a: 1 } },
  ]
  const headers = { 'content-type': 'application/json' }
  const send = (address: string, body: unknown): Try => {
    const said = typeof body === 'string' ? body : JSON.stringify(body)
    return { who: 'admin', address, init: { method: 'POST', headers, body: said }, expects: survives }
  }
  const save = `/dashboard/articles/${id}/save`
  const whole = { saveId: crypto.randomUUID(), baseRevision: 1, reason: 'saved', content: latest }
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const paragraph = (text: unknown) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  })
  const tries = [
    ...[...Object.keys(latest), 'unknown'].flatMap((field) =>
      values.map((value) => send(save, { ...whole, content: { ...latest, [field]: value } })),
    ),
    ...values.map((value) => send(save, { ...whole, content: { ...latest, body: paragraph(value) } })),
    ...Object.keys(whole).flatMap((field) => values.map((value) => send(save, { ...whole, [field]: value }))),
    ...[...values, deep, '{', ''].map((value) => send(save, value)),
    ...['tab', 'isWriting', 'revision', 'isLeaving'].flatMap((field) =>
      values.map((value) => send(`/dashboard/articles/${id}/presence`, { [field]: value })),
    ),
    ...[...values, deep, '{', ''].map((value) => send(`/dashboard/articles/${id}/presence`, value)),
  ]
  expect(await wrongAmong(server.url, tried.cookies, tries)).toEqual([])
})

test('what was written is read as text on the pages of the desk and of the paper', async ({
  page,
  signIn,
  newsroom,
  server,
}) => {
  const { id, address, headline } = await newsroom.publishArticle({
    ...{
      headline: `${script} ${Math.random()}`,
      standfirst: image,
      kicker: closed,
      dateline: image,
      contributors: script,
    },
    ...{ seoTitle: closed, seoDescription: script, socialHeadline: image, keyPoints: [script, image] },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `${closed} ${image}` }] }] },
  })
  await newsroom.correct(id, `${script} ${image}`)
  await addNote(await viewerOf(ed), id, { quote: script, body: `${closed} ${image}` })
  const store = new MediaStore(join(server.dataDir, 'media'))
  const background = { r: id % 256, g: 2, b: 3 }
  const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const picture = await storeMedia(unsafeOperator(), store, { bytes, name: `${id}.jpg`, alt: script, caption: image })
  const lost = `/news/${id}-${encodeURIComponent(image).toLowerCase()}`
  await page.request.get(lost)
  await signIn(ada)
  const pages = [
    ...[address, `${address}/changes`, '/latest', '/news', '/corrections', `/search?q=${encodeURIComponent(script)}`],
    ...[
      `/dashboard/articles/${id}`,
      `/dashboard/articles/${id}/publish`,
      `/dashboard/articles/${id}/revisions?from=1&to=2`,
    ],
    ...[`/dashboard/preview/articles/${id}`, '/dashboard/articles', '/dashboard', `/dashboard/numbers/${id}`],
    ...[`/dashboard/media/${picture}`, '/dashboard/media', '/dashboard/fronts/home', '/dashboard/audit'],
    ...[`/dashboard/redirects/missing?q=${id}`, `/dashboard/redirects?q=${encodeURIComponent(script)}`],
  ]
  for (const shown of pages) {
    await page.goto(shown)
    expect(await page.title(), shown).not.toBe('taken')
    expect(await page.locator('img[src="x"]').count(), shown).toBe(0)
  }
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)
  await newsroom.unpublish(id)
})

/** Names that mean something somewhere, and what may be said at once. */
const NAMES = [
  ...[
    'q',
    'page',
    'done',
    'saved',
    'from',
    'to',
    'view',
    'state',
    'section',
    'sort',
    'tab',
    'about',
    'person',
    'story',
  ],
  ...['action', 'actor', 'subject', 'article', 'parent', 'token', 'request', 'back', 'error', 'app', 'needed', 'with'],
  ...['kind', 'topic', 'illegal', 'posted', 'sent', 'assignee', 'role', 'days', 'by', 'author', 'tag', 'day', 'left'],
  ...['comments', 'thread', 'limit', 'cursor', 'since', 'until', 'language', 'url', 'format', 'crop', 'dense'],
]

/** All that is short of the hostile texts, in one. */
const EVERYTHING = Object.values(HOSTILE)
  .filter((text) => text.length < 100)
  .join(' ')

/** An address with everything that may be said in a query, at once, twice, and broken. */
function queried(address: string): string[] {
  const [path, given = ''] = address.split('?')
  const ask = (query: string) => `${path}?${given && `${given}&`}${query}`
  const everywhere = (text: string) => ask(NAMES.map((name) => `${name}=${percentEncoded(text)}`).join('&'))
  return [
    ...['__proto__', 'constructor', '99999999999999999999', '\0\uD800\u202E<'].map(everywhere),
    ask(`q=${percentEncoded(EVERYTHING)}`),
    ask(`q=${'a'.repeat(8_000)}`),
    ask(NAMES.map((name) => `${name}=1&${name}=2`).join('&')),
    ask('q=%&page=%ff&done=%E0%A4%A&__proto__=1&constructor=2&q[]=1&q[a]=2'),
  ]
}

test('hostile queries of private pages are read as text, or as nothing', async ({ server, tried }) => {
  const { at, cookies } = tried
  const tries = Object.keys(MATRIX).flatMap((route): Try[] => {
    const address = MATRIX[route]?.at?.(at) ?? route
    return queried(address).map((one) => ({ who: 'admin', address: one, expects: survives }))
  })
  expect(short(await wrongAmong(server.url, cookies, tries))).toEqual([])
})

test('hostile queries of public pages are read as text, or as nothing', async ({ server, newsroom, tried }) => {
  const { slug, address } = await newsroom.publishArticle({ tags: ['Weather'] })
  const known = { site: server.url, id: 1, slug, headline: slug, section: 'news', tag: 'weather', author: 'nobody' }
  const secret = {
    ...known,
    bodyWord: 'lantern',
    headWord: 'lantern',
    day: '2026-11-24',
    picture: '',
    neighbour: address,
  }
  const tries = addressesToAsk([secret], []).flatMap(({ address: one }) =>
    queried(one).map((asked): Try => ({ who: 'nobody', address: asked, expects: survives })),
  )
  expect(short(await wrongAmong(server.url, tried.cookies, tries))).toEqual([])
})

function addressOf({ route }: Endpoint, at: Parameters<NonNullable<(typeof MATRIX)[string]['at']>>[0]): string {
  return MATRIX[route]?.at?.(at) ?? route
}

/** Whoever reads of a failure reads enough of its address. */
const short = (lines: string[]) =>
  lines.map((line) => (line.length > 300 ? `${line.slice(0, 200)}…${line.slice(-60)}` : line))
