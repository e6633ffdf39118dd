import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'

const PAGES = ['/', '/politics/flood-risk-papers', '/politics', '/search']
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const RUNS = 3

/**
 * What Lighthouse says of pages on a phone with a slow line, as the median of a few runs: points out of a hundred.
 *
 * @param {string} origin of a portal that runs
 * @param {number} port for the browser's own use
 */
export async function scorePages(origin, port) {
  const chromium = await findChromium({ install: false })
  if (!chromium) {
    process.stdout.write('\nNo Chromium is installed: measured without Lighthouse.\n')
    return
  }
  const { default: lighthouse } = await import('lighthouse')
  const profile = mkdtempSync(join(tmpdir(), 'broadsheet-scores-'))
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
  const browser = spawn(chromium, [...flags, `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`], {
    stdio: 'ignore',
  })
  try {
    await untilOpen(port)
    process.stdout.write(`\nLighthouse on a phone, median of ${RUNS} runs (${CATEGORIES.join(', ')}):\n`)
    for (const page of PAGES)
      process.stdout.write(`  ${page.padEnd(30)} ${await scoresOf(lighthouse, origin + page, port)}\n`)
  } finally {
    browser.kill('SIGTERM')
    if (browser.exitCode === null) await once(browser, 'exit')
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function scoresOf(lighthouse, url, port) {
  const runs = []
  for (let run = 0; run < RUNS; run += 1) {
    const { lhr } = await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: 'silent' })
    runs.push(CATEGORIES.map((name) => Math.round((lhr.categories[name].score ?? 0) * 100)))
  }
  return CATEGORIES.map((_, at) => runs.map((run) => run[at]).sort((a, b) => a - b)[Math.floor(RUNS / 2)]).join(' / ')
}

async function untilOpen(port) {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('Chromium did not open in time.')
}
