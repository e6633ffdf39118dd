import { join } from 'node:path'
import { Sqlite } from '../../db/sqlite.mjs'
import { median } from './bench-median.mjs'
import { findChromium } from './chromium.mjs'
import { fillWithArticles } from './many-articles.mjs'

const WORDS = 10_000
const PICTURES = 100
const ARTICLES = 100_000
const ROUNDS = 7
const SLOWER = 4
const TEXT = 'form.editor .ProseMirror'
const LISTS = ['', 'view=editing', 'section=politics', 'q=harbour', 'sort=deadline', 'view=bin', 'page=200']

/**
 * How the newsroom's desk does: how soon a very long article opens in a browser slowed down as much as a cheap phone, what
 * a key and a save cost in it, and how soon the list answers when there are very many articles.
 *
 * @param {string} origin of a portal that runs
 * @param {string} dataDir its data, into which articles are written
 * @param {string} session the cookie of an admin
 */
export async function measureDesk(origin, dataDir, session) {
  const database = new Sqlite(join(dataDir, 'portal.db'))
  try {
    await measureEditor(origin, session, picturesIn(database))
    await measureLists(origin, session, database)
  } finally {
    database.close()
  }
}

function picturesIn(database) {
  return database.prepare('select id from media order by id limit ?').pluck().all(PICTURES)
}

async function measureEditor(origin, session, pictures) {
  const chromium = await findChromium({ install: false })
  if (!chromium) return process.stdout.write('\nNo Chromium is installed: measured without the editor.\n')
  const { chromium: browsers } = await import('@playwright/test')
  const browser = await browsers.launch({ executablePath: chromium, args: ['--no-sandbox'] })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await context.addCookies([{ name: 'session', value: session, url: origin, httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    const address = await writeLong(page, origin, pictures)
    await page.goto(address)
    await page.locator(TEXT).waitFor()
    const slow = await context.newCDPSession(page)
    await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const opened = []
    for (let round = 0; round < ROUNDS; round += 1) opened.push(await timeToOpen(page, address))
    const { frames, bytes } = await typeInto(page)
    process.stdout.write(
      `\nAn article of ${WORDS.toLocaleString('en')} words and ${PICTURES} pictures, on a processor ${SLOWER} times slower:\n` +
        `  takes keys ${Math.round(median(opened))} ms after it was opened (median of ${ROUNDS})\n` +
        `  frames while typing: longest ${Math.round(Math.max(...frames))} ms, median ${Math.round(median(frames))} ms, ` +
        `${frames.filter((frame) => frame > 50).length} of ${frames.length} over 50 ms\n` +
        `  a save of one word sends ${bytes.toLocaleString('en')} bytes\n`,
    )
  } finally {
    await browser.close()
  }
}

/** Writes the long article as whoever edits it would: by the form, and then by a save. @returns its address */
async function writeLong(page, origin, pictures) {
  await page.goto(`${origin}/dashboard/articles/new`)
  await page.getByLabel('Headline').fill('A very long read')
  await page.getByRole('button', { name: 'Start writing' }).click()
  await page.waitForURL(/\/dashboard\/articles\/\d+$/)
  await page.locator(TEXT).waitFor()
  const sentence = 'The harbour was quiet until the ferry came in at six.'.split(' ')
  const content = []
  const paragraphs = PICTURES * 2
  for (let at = 0; at < paragraphs; at += 1) {
    const words = Array.from({ length: WORDS / paragraphs }, (_, word) => sentence[(word + at) % sentence.length])
    content.push({ type: 'paragraph', attrs: { id: `t${at}` }, content: [{ type: 'text', text: words.join(' ') }] })
    const attrs = {
      id: `i${at}`,
      media: pictures[at % pictures.length],
      alt: 'A boat',
      caption: 'A boat.',
      credit: 'B',
    }
    if (at % 2 === 1) content.push({ type: 'image', attrs })
  }
  const status = await page.evaluate(async (blocks) => {
    const ask = (what, body) => fetch(`${location.pathname}/${what}`, { method: 'POST', body: JSON.stringify(body) })
    const now = await (await ask('presence', { tab: 'bench', revision: 0 })).json()
    const whole = { ...now.content, body: { type: 'doc', content: blocks } }
    const answer = await ask('save', { saveId: 'bench-long-one', baseRevision: now.revision, content: whole })
    return answer.status
  }, content)
  if (status !== 200) throw new Error(`The long article was not saved: the server answered ${status}.`)
  return page.url()
}

/** From the click until the editor takes keys and its first frame is drawn, in milliseconds. */
async function timeToOpen(page, address) {
  const began = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator(TEXT).waitFor()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
  return performance.now() - began
}

async function typeInto(page) {
  await page.waitForTimeout(2000)
  await page.locator(`${TEXT} > p`).nth(2).click()
  await page.keyboard.press('End')
  await page.waitForTimeout(1000)
  await page.evaluate(() => {
    window.frames_ = []
    let last = 0
    const tick = (now) => {
      if (last > 0) window.frames_.push(now - last)
      last = now
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  const saved = page.waitForRequest((request) => request.url().endsWith('/save'))
  await page.keyboard.type(' Lighthouses', { delay: 120 })
  const frames = await page.evaluate(() => window.frames_)
  const request = await saved
  return { frames, bytes: request.postDataBuffer()?.length ?? 0 }
}

async function measureLists(origin, session, database) {
  const ids = (query) => database.prepare(query).pluck().all()
  fillWithArticles(database, {
    count: ARTICLES,
    people: ids('select id from people'),
    sections: ids('select id from sections'),
  })
  process.stdout.write(
    `\nThe desk's list of ${ARTICLES.toLocaleString('en')} articles, whole pages (median of ${ROUNDS}):\n`,
  )
  for (const query of LISTS) {
    const times = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now()
      const answer = await fetch(`${origin}/dashboard/articles?${query}`, { headers: { cookie: `session=${session}` } })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`The list answered ${answer.status} for “${query}”.`)
      times.push(performance.now() - began)
    }
    process.stdout.write(`  ${(query || 'everything').padEnd(20)} ${Math.round(median(times))} ms\n`)
  }
}
