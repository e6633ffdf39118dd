import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Sqlite } from '../../db/sqlite.mjs'
import { median } from './bench-median.mjs'

const ROUNDS = 7

/** What is changed: what lists show too, or what only the article, its feeds and the read API do. */
const CHANGES = {
  'a headline': (content, round) => ({
    ...content,
    headline: `${content.headline.replace(/ \(\d+\)$/, '')} (${round})`,
  }),
  'the text': (content, round) => ({
    ...content,
    body: { ...content.body, content: [...content.body.content.slice(0, -1), paragraph(`Read again, ${round}.`)] },
  }),
}

/**
 * How soon readers have what was published, at every address that shows it: an article is changed and published by the
 * form of its publish page, on a cache that holds all of them. And how long a reader waits who is the first to ask for one.
 *
 * @param {string} origin of a portal that runs
 * @param {string} dataDir its data
 * @param {string} session the cookie of an admin
 */
export async function measurePublishing(origin, dataDir, session) {
  const database = new Sqlite(join(dataDir, 'portal.db'))
  try {
    for (const [what, change] of Object.entries(CHANGES))
      await measureChange({ origin, session, database }, what, change)
  } finally {
    database.close()
  }
}

async function measureChange({ origin, session, database }, what, change) {
  const ask = (path, more = {}) =>
    fetch(origin + path, {
      redirect: 'manual',
      ...more,
      headers: { cookie: `session=${session}`, origin, ...more.headers },
    })
  const id = articleOf(database)
  const page = `/dashboard/articles/${id}`
  const commands = []
  const fetches = []
  let addresses = []
  let keys = '[]'
  for (let round = 0; round <= ROUNDS; round += 1) {
    await saveChange(ask, page, (content) => change(content, round))
    // What was kept before is kept again, as it is while people read.
    for (const address of addresses) await (await fetch(origin + address)).arrayBuffer()
    const form = formWith(await (await ask(`${page}/publish`)).text(), 'name="kind"')
    for (const [name, value] of Object.entries({
      kind: 'update',
      note: 'Measured.',
      comments: 'open',
      waiver: 'The bench measures.',
    }))
      form.set(name, value)
    const before = database.prepare('select coalesce(max(id), 0) from changes').pluck().get()
    const sent = Date.now()
    const answer = await ask(`${page}/publish`, { method: 'POST', body: form })
    if (answer.status !== 303) throw new Error(`The publish page answered ${answer.status} in the place of 303.`)
    const receipt = await receiptOf(database, id, sent)
    const lines = JSON.parse(receipt.lines)
    addresses = lines.map(({ address }) => address)
    keys = keysSince(database, before)
    const old = lines.filter(({ verdict }) => verdict !== 'fresh')
    if (old.length > 0) throw new Error(`Not fresh after publishing: ${old.map(({ address }) => address).join(', ')}`)
    if (round === 0) continue
    commands.push(receipt.made_at - sent)
    fetches.push(receipt.milliseconds)
  }
  const sums = commands.map((command, round) => command + fetches[round])
  process.stdout.write(
    `\nPublished to visible, ${what}, at all ${addresses.length} addresses of the article and its lists, which were kept (median of ${ROUNDS}):\n` +
      `  ${median(commands)} ms from the form to the disk, ${median(fetches)} ms until each was read anew, ` +
      `${median(sums)} ms together; the longest ${Math.max(...sums)} ms\n`,
  )
  const waits = await waitAtEach(origin, database, keys, addresses)
  process.stdout.write(
    `  whoever is the first to ask for one of them waits ${Math.round(median(waits))} ms, ` +
      `at the longest ${Math.round(Math.max(...waits))} ms\n`,
  )
}

/** Saves as the editor does. */
async function saveChange(ask, page, change) {
  const send = (what, body) => ask(`${page}/${what}`, { method: 'POST', body: JSON.stringify(body) })
  const { revision, content } = await (await send('presence', { tab: 'bench', revision: 0 })).json()
  const saved = { saveId: randomUUID(), baseRevision: revision, content: change(content) }
  const answer = await send('save', saved)
  if (answer.status !== 200) throw new Error(`The change was not saved: the server answered ${answer.status}.`)
}

function paragraph(text) {
  return { type: 'paragraph', attrs: { id: 'bench' }, content: [{ type: 'text', text }] }
}

/** Everything that was changed since. */
function keysSince(database, id) {
  const rows = database.prepare('select keys from changes where id > ?').pluck().all(id)
  return JSON.stringify([...new Set(rows.flatMap((row) => JSON.parse(row)))])
}

/** What a publication changed is changed again before each address is asked for: it is rendered for whoever asks. */
async function waitAtEach(origin, database, keys, addresses) {
  const change = database.prepare("insert into changes (origin, keys) values ('bench', ?)")
  const waits = []
  for (const address of addresses) {
    change.run(keys)
    await new Promise((resolve) => setTimeout(resolve, 20))
    const began = performance.now()
    await (await fetch(origin + address)).arrayBuffer()
    waits.push(performance.now() - began)
  }
  return waits
}

function articleOf(database) {
  return database.prepare("select id from articles where slug = 'flood-risk-papers'").pluck().get()
}

/** The fields of the form that has a certain one, as a browser without scripts would send them. */
function formWith(page, mark) {
  const source = page.split('<form').find((part) => part.includes(mark))
  if (!source) throw new Error(`There is no form with ${mark}.`)
  const form = new FormData()
  const inside = source.split('</form>', 1)[0]
  for (const [tag] of inside.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const attribute = (name) => unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
    form.set(attribute('name'), attribute('value'))
  }
  return form
}

function unescaped(text) {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

async function receiptOf(database, id, since) {
  const query = database.prepare(
    'select * from receipts where article_id = ? and made_at >= ? and fetched_at is not null order by id desc limit 1',
  )
  for (let tries = 0; tries < 600; tries += 1) {
    const receipt = query.get(id, since)
    if (receipt) return receipt
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('There was no receipt within half a minute.')
}
