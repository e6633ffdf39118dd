import { createHash, randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { Sqlite } from '../../db/sqlite.mjs'
import { median } from './bench-median.mjs'
import { spentBy } from './bench-spent.mjs'

const ROUNDS = 5
const POSTS = 300
const HANDS = 32
/** The house's own rules let a person post six times in a minute. */
const POSTS_OF_A_PERSON = 3
const QUIET = 50
const LIVELY = 10_000
const FEW_FORMS = 60
/** How long posting goes on without a pause, in seconds, and how many people it needs for that. */
const LONG = 15
const PEOPLE_FOR_LONG = 4_000

/**
 * How many comments a second can be posted with moderation on, through the whole server: by a page's own script, to an
 * article of few comments and to one of very many in turn, and by forms without a script. Then what the first page of
 * either takes to be rendered.
 *
 * @param {string} origin of a portal that runs
 * @param {string} dataDir its data, into which people, articles and comments are written
 */
export async function measurePosting(origin, dataDir) {
  const database = new Sqlite(join(dataDir, 'portal.db'), { timeout: 60_000 })
  try {
    const forRounds = Math.ceil((ROUNDS * (2 * POSTS + FEW_FORMS) + POSTS) / POSTS_OF_A_PERSON)
    const people = addPeople(database, forRounds + PEOPLE_FOR_LONG)
    turnModerationOn(database)
    const [quiet, lively] = [addArticle(database, QUIET, people), addArticle(database, LIVELY, people)]
    const desk = { origin, agent: new Agent({ keepAlive: true, maxSockets: HANDS }), secrets: people.secrets, next: 0 }
    await post(desk, quiet, POSTS, 'application/json')
    await measureLong(desk, database, quiet)
    const rates = { quiet: [], lively: [], forms: [] }
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.quiet.push(await post(desk, quiet, POSTS, 'application/json'))
      rates.lively.push(await post(desk, lively, POSTS, 'application/json'))
      rates.forms.push(await post(desk, quiet, FEW_FORMS, 'text/html'))
    }
    const ratio = median(rates.lively.map((rate, round) => rate / rates.quiet[round]))
    process.stdout.write(
      `\nComments posted with moderation on (median of ${ROUNDS} rounds):\n` +
        `  by script, to an article of ${QUIET}      ${Math.round(median(rates.quiet))} a second\n` +
        `  by script, to an article of ${LIVELY.toLocaleString('en')}  ${Math.round(median(rates.lively))} a second   ${ratio.toFixed(2)} times as many\n` +
        `  by forms without a script         ${Math.round(median(rates.forms))} a second\n`,
    )
    await measureFirstPages(desk, database, quiet, lively)
    desk.agent.destroy()
  } finally {
    database.close()
  }
}

/** Posts without a pause, and looks whether everything is there that was acknowledged. */
async function measureLong(desk, database, article) {
  const counted = database.prepare('select count(*) from comments where article_id = ?').pluck()
  const [before, spent] = [counted.get(article.id), await spentBy(desk.origin)]
  const began = performance.now()
  let acknowledged = 0
  const hand = async () => {
    while (performance.now() - began < LONG * 1000) {
      await postOne(desk, article, 'application/json')
      acknowledged += 1
    }
  }
  await Promise.all(Array.from({ length: HANDS }, hand))
  const seconds = (performance.now() - began) / 1000
  const lost = acknowledged - (counted.get(article.id) - before)
  if (lost !== 0) throw new Error(`${lost} of ${acknowledged} comments were acknowledged and are not there.`)
  const cost = ((await spentBy(desk.origin)) - spent) / acknowledged
  process.stdout.write(
    `\nComments posted by script for ${LONG} s without a pause, moderation on: ${Math.round(acknowledged / seconds)} a second, ` +
      `all of them there; each takes the server ${cost.toFixed(2)} ms of processor time\n`,
  )
}

/** What is kept is dropped by a change of the conversation's, as by a post, so that each page is rendered anew. */
async function measureFirstPages(desk, database, quiet, lively) {
  const drop = database.prepare("insert into changes (origin, keys) values ('bench', ?)")
  const times = { quiet: [], lively: [] }
  for (let round = 0; round < 4 * ROUNDS; round += 1) {
    for (const [name, { id, address }] of Object.entries({ quiet, lively })) {
      drop.run(JSON.stringify([`comments:${id}`]))
      await new Promise((resolve) => setTimeout(resolve, 10))
      const began = performance.now()
      const status = await send(desk, { path: address, method: 'GET' })
      if (status !== 200) throw new Error(`${address} answered ${status}.`)
      times[name].push(performance.now() - began)
    }
  }
  const ratio = median(times.lively.map((time, round) => time / times.quiet[round]))
  process.stdout.write(
    `The first page of an article with comments, rendered: ${QUIET} in ${median(times.quiet).toFixed(1)} ms, ` +
      `${LIVELY.toLocaleString('en')} in ${median(times.lively).toFixed(1)} ms, ${ratio.toFixed(2)} times as long\n`,
  )
}

/** @returns how many a second */
async function post(desk, { id }, count, accept) {
  const began = performance.now()
  let left = count
  const hand = async () => {
    while (left > 0) {
      left -= 1
      await postOne(desk, { id }, accept)
    }
  }
  await Promise.all(Array.from({ length: HANDS }, hand))
  return (count / (performance.now() - began)) * 1000
}

async function postOne(desk, { id }, accept) {
  const number = desk.next++
  const cookie = `session=${desk.secrets[number % desk.secrets.length]}; signed-in=1`
  const words = `The council votes on the bridge today, and number ${number} says that the ferry was late again.`
  const body = new URLSearchParams({ article: String(id), parent: '', body: words }).toString()
  const headers = { cookie, accept, 'content-type': 'application/x-www-form-urlencoded' }
  const status = await send(desk, { path: '/comments', method: 'POST', headers }, body)
  if (status !== (accept === 'text/html' ? 303 : 200)) throw new Error(`A comment was answered with ${status}.`)
}

function send({ origin, agent }, { path, method, headers = {} }, body = '') {
  return new Promise((resolve, reject) => {
    const length = body ? { 'content-length': Buffer.byteLength(body) } : {}
    const sent = request(origin + path, { method, agent, headers: { ...headers, ...length } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    })
    sent.on('error', reject).end(body)
  })
}

function addPeople(database, count) {
  const person = database.prepare(
    "insert into people (name, email, mailbox, role, verified_at) values (?, ?, ?, 'commenter', ?)",
  )
  const session = database.prepare('insert into sessions (id, secret_hash, person_id, expires_at) values (?, ?, ?, ?)')
  const now = Date.now()
  const [ids, secrets] = [[], []]
  database.transaction(() => {
    for (let number = 0; number < count; number += 1) {
      const mailbox = `talker-${number}@bench.example`
      const id = person.run(`Talker ${number}`, mailbox, mailbox, now).lastInsertRowid
      const secret = randomBytes(32).toString('base64url')
      const hash = createHash('sha256').update(secret).digest('hex')
      session.run(`bench-talker-${number}`, hash, id, now + 3_600_000)
      ids.push(id)
      secrets.push(secret)
    }
  })()
  return { ids, secrets }
}

/** Word lists as long as newsrooms have them, and a spam score that has learned enough to speak. */
function turnModerationOn(database) {
  const entry = database.prepare('insert or ignore into moderation_words (list, entry) values (?, ?)')
  const tally = database.prepare('insert or ignore into spam_tallies (word, spam, kept) values (?, ?, ?)')
  database.transaction(() => {
    for (let number = 0; number < 300; number += 1)
      entry.run(number % 2 ? 'banned' : 'suspect', `blorg${number.toString(36)}x`)
    tally.run('', 100, 400)
    for (const word of 'the council votes bridge today number says ferry late again'.split(' ')) tally.run(word, 20, 80)
  })()
}

function addArticle(database, comments, { ids }) {
  const like = database.prepare("select * from articles where slug = 'flood-risk-papers'").get()
  const section = database.prepare('select slug from sections where id = ?').pluck().get(like.section_id)
  const slug = `talked-about-${comments}`
  const now = Date.now()
  const { lastInsertRowid: id } = database
    .prepare(
      `insert into articles (state, section_id, slug, headline, body, words, language, published_at, saved_at)
       values ('published', ?, ?, ?, ?, ?, 'en', ?, ?)`,
    )
    .run(like.section_id, slug, `Talked about: ${comments}`, like.body, like.words, now - 60_000, now)
  const add = database.prepare(
    `insert into comments (article_id, person_id, signature, body, state, listed_as, created_at, approved_at)
     values (?, ?, ?, ?, 'approved', 'thread', ?, ?)`,
  )
  database.transaction(() => {
    for (let number = 0; number < comments; number += 1) {
      const at = now - 90_000_000 + number
      add.run(id, ids[number % ids.length], 'A talker', `What number ${number} has to say of it.`, at, at)
    }
    database
      .prepare('insert into conversations (article_id, comments, threads, arrivals) values (?, ?, ?, ?)')
      .run(id, comments, comments, comments)
  })()
  return { id, address: `/${section}/${slug}` }
}
