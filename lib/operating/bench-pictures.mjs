import { join } from 'node:path'
import { Sqlite } from '../../db/sqlite.mjs'
import { median } from './bench-median.mjs'

const PICTURES = 100_000
const ROUNDS = 5
const WORDS =
  'dam flood rail budget harbour storm council inquiry strike ferry bridge protest court school match goal'.split(' ')
const FORMATS = ['jpeg', 'jpeg', 'jpeg', 'png', 'webp']
const DAY = 86_400_000

/** What editors ask of the library, by its address. */
const QUESTIONS = [
  '',
  'page=2000',
  'view=mine',
  'view=undescribed',
  'view=expiring',
  'view=expired',
  'view=used',
  'view=unused',
  'view=unused&page=400',
  'kind=png',
  'by=:uploader',
  'by=:uploader&kind=png&view=unused',
  'q=harbour',
  'q=photograph+of+the',
  'q=harbour&view=unused&kind=webp',
  'q=no+such+picture',
  'q=100%25',
  'q=%25',
]

/**
 * How long the picture library takes to show a page when it holds very many: each of its lists and filters.
 *
 * @param {string} origin of a portal that runs
 * @param {string} dataDir its data, into which pictures are written
 * @param {string} session the cookie of an admin
 */
export async function measurePictures(origin, dataDir, session) {
  const database = new Sqlite(join(dataDir, 'portal.db'), { timeout: 60_000 })
  try {
    const uploader = fill(database)
    process.stdout.write(
      `\nThe library of ${PICTURES.toLocaleString('en')} pictures, whole pages (median of ${ROUNDS}):\n`,
    )
    for (const question of QUESTIONS) {
      const times = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const began = performance.now()
        const address = `${origin}/dashboard/media?${question.replace(':uploader', uploader)}`
        const answer = await fetch(address, { headers: { cookie: `session=${session}` } })
        await answer.arrayBuffer()
        if (answer.status !== 200) throw new Error(`The library answered ${answer.status} for “${question}”.`)
        times.push(performance.now() - began)
      }
      process.stdout.write(`  ${(question || 'everything').padEnd(36)} ${Math.round(median(times))} ms\n`)
    }
  } finally {
    database.close()
  }
}

/** @returns the id of one of those who brought them */
function fill(database) {
  const people = database.prepare('select id from people order by id limit 20').pluck().all()
  const articles = database.prepare('select id from articles order by id limit 500').pluck().all()
  const insert = database.prepare(
    `insert into media (hash, name, format, width, height, bytes, alt, caption, credit, licence, licence_ends_at, uploaded_by)
     values (?, ?, ?, 1600, 1000, 300000, ?, ?, ?, ?, ?, ?)`,
  )
  const use = database.prepare('insert into article_media (article_id, media_id) values (?, ?)')
  const word = (number, step) => WORDS[(number * 7 + step * 13) % WORDS.length]
  const now = Date.now()
  database.transaction(() => {
    for (let number = 0; number < PICTURES; number += 1) {
      const { lastInsertRowid: id } = insert.run(
        `bench-${number}`,
        `${word(number, 1)}-${word(number, 2)}-${number}`,
        FORMATS[number % FORMATS.length],
        number % 50 ? `A photograph of the ${word(number, 3)} and the ${word(number, 4)}, number ${number}` : '',
        `The ${word(number, 5)} at the ${word(number, 6)}, on day ${number % 365}.`,
        `Photographer ${number % 200}`,
        number % 40 ? 'own' : '',
        number % 30 === 0 ? now + ((number % 90) - 45) * DAY : null,
        people[number % people.length],
      )
      if (number % 4 > 0) use.run(articles[number % articles.length], id)
    }
  })()
  return people[0]
}
