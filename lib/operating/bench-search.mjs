import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { Sqlite } from '../../db/sqlite.mjs'
import { atShare, median } from './bench-median.mjs'
import { QUESTIONS } from './bench-search-questions.mjs'
import { spentBy } from './bench-spent.mjs'
import { bundle } from './build.mjs'
import { root } from './step.mjs'

const ARTICLES = 10_000
const ROUNDS = 7
const PAGE_ROUNDS = 4
const DAY = 86_400_000

/** Of so many articles, one is in another script. */
const FOREIGN = 10

/**
 * How long a search takes in a newsroom of 10,000 articles: by the function that searches, and by the page that shows what
 * it finds, drawn anew each time.
 *
 * @param {string} origin of a portal that runs
 * @param {string} dataDir its data, into which articles are written
 */
export async function measureSearch(origin, dataDir) {
  const file = join(dataDir, 'portal.db')
  const newsroom = await import(pathToFileURL(await bundle('searchBench')).href)
  const open = newsroom.openNewsroom(file)
  try {
    process.stdout.write(`\nFilling a newsroom with ${ARTICLES.toLocaleString('en')} articles…\n`)
    await newsroom.addArticles(makeArticles(textsOf(file)))
    await measureFunction(newsroom.search)
    await measurePages(origin, file)
  } finally {
    await open.close()
  }
}

export async function measureFunction(search) {
  const kinds = {}
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [kind, questions] of Object.entries(QUESTIONS)) {
      for (const question of questions) {
        const { cpu, wall, total } = await search(question)
        // The first round reads the file into memory, and is not counted.
        if (round > 0) note(kinds, kind, { cpu, wall, question, total })
      }
    }
  }
  report(`Searched by the function, ${ROUNDS} rounds, in ms`, kinds)
  if (process.env.BENCH_DETAILS) detail(kinds)
}

async function measurePages(origin, file) {
  const database = new Sqlite(file, { timeout: 60_000 })
  try {
    const drop = database.prepare("insert into changes (origin, keys) values ('bench', '[\"search\"]')")
    const kinds = {}
    for (let round = 0; round <= PAGE_ROUNDS; round += 1) {
      for (const [kind, questions] of Object.entries(QUESTIONS)) {
        drop.run()
        await new Promise((resolve) => setTimeout(resolve, 10))
        const before = await spentBy(origin)
        const walls = []
        for (const question of questions)
          walls.push(await timeToGet(`${origin}/search?${new URLSearchParams(question)}`))
        // The clock of the server's processor counts for all of a kind.
        const cpu = ((await spentBy(origin)) - before) / questions.length
        if (round > 0) for (const wall of walls) note(kinds, kind, { cpu, wall })
      }
    }
    report(`Whole pages of results, drawn anew, ${PAGE_ROUNDS} rounds, in ms`, kinds)
  } finally {
    database.close()
  }
}

async function timeToGet(address) {
  const began = performance.now()
  const answer = await fetch(address)
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}.`)
  return performance.now() - began
}

function note(kinds, kind, measured) {
  kinds[kind] ??= []
  kinds[kind].push(measured)
}

function report(title, kinds) {
  const all = Object.values(kinds).flat()
  process.stdout.write(`\n${title}: of the processor's time, and by the clock (median, 95 of 100, longest):\n`)
  for (const [kind, measured] of [...Object.entries(kinds), ['all', all]]) {
    const of = (name) => {
      const values = measured.map((each) => each[name])
      return [median(values), atShare(values, 0.95), Math.max(...values)]
        .map((time) => time.toFixed(1).padStart(7))
        .join('')
    }
    process.stdout.write(`  ${kind.padEnd(22)} ${of('cpu')}   ${of('wall')}\n`)
  }
}

/** Each question by itself, for whoever looks for what is slow. */
function detail(kinds) {
  for (const measured of Object.values(kinds)) {
    const byQuestion = Map.groupBy
      ? Map.groupBy(measured, ({ question }) => JSON.stringify(question))
      : new Map(
          measured.map((each) => [JSON.stringify(each.question), measured.filter((m) => m.question === each.question)]),
        )
    for (const [question, runs] of byQuestion)
      process.stdout.write(
        `    ${median(runs.map(({ cpu }) => cpu))
          .toFixed(1)
          .padStart(6)} ${String(runs[0].total).padStart(6)} ${question.slice(0, 90)}\n`,
      )
  }
}

/** Texts to make articles of: real ones that lie beside the project, else the demo newsroom's own. */
export function textsOf(file) {
  const beside = (name) => join(root, '../shared/corpus', name)
  if (!existsSync(beside('news.jsonl.gz'))) return { texts: demoTexts(file), foreign: [] }
  const lines = (name) =>
    gunzipSync(readFileSync(beside(name)))
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  const texts = lines('news.jsonl.gz').map(({ title, deck, summary, body, tags, authors }) => ({
    headline: title,
    standfirst: deck ?? summary ?? '',
    paragraphs: paragraphsOf(body),
    tags,
    bylines: authors,
    language: 'en',
  }))
  const foreign = existsSync(beside('multilingual.jsonl.gz'))
    ? lines('multilingual.jsonl.gz').map(({ lang, sentences }) => ({
        ...{ headline: sentences[0].slice(0, 150), standfirst: '', paragraphs: sentences, tags: [], bylines: [] },
        language: lang,
      }))
    : []
  return { texts, foreign }
}

function demoTexts(file) {
  const database = new Sqlite(file, { readonly: true })
  try {
    const rows = database
      .prepare("select headline, standfirst, body, language from articles where state = 'published'")
      .all()
    return rows.map(({ headline, standfirst, body, language }) => ({
      ...{ headline, standfirst, language, tags: headline.split(' ').slice(0, 3), bylines: [] },
      paragraphs: JSON.parse(body).content.map(textIn).filter(Boolean),
    }))
  } finally {
    database.close()
  }
}

const textIn = ({ text = '', content = [] }) => text + content.map(textIn).join('')

function paragraphsOf(html) {
  const plain = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<\/(?:p|li|h\d|tr)>/gi, '\n')
  return plain
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** Each text as often as it takes, no two alike: with another's headline after a part of its own, and another's paragraph. */
export function makeArticles({ texts, foreign }) {
  const now = Date.now()
  return Array.from({ length: ARTICLES }, (_, number) => {
    const publishedAt = now - (ARTICLES - number) * (DAY / 3)
    if (foreign.length > 0 && number % FOREIGN === 0)
      return { ...foreign[(number / FOREIGN) % foreign.length], publishedAt }
    const own = texts[number % texts.length]
    const round = Math.floor(number / texts.length)
    if (round === 0) return { ...own, publishedAt }
    const other = texts[(number * 31 + round * 7) % texts.length]
    const words = (text) => text.split(' ')
    return {
      ...own,
      headline: [...words(own.headline).slice(0, 5), ...words(other.headline).slice(0, 4)].join(' ').slice(0, 290),
      paragraphs: [...own.paragraphs.slice(round), ...other.paragraphs.slice(0, 2)],
      tags: [...own.tags.slice(0, 2), ...other.tags.slice(0, 1)],
      publishedAt,
    }
  })
}
