import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureDesk } from './bench-desk.mjs'
import { loadGenerator } from './bench-load.mjs'
import { median } from './bench-median.mjs'
import { measurePictures } from './bench-pictures.mjs'
import { measurePosting } from './bench-posting.mjs'
import { measurePublishing } from './bench-publish.mjs'
import { scorePages } from './bench-scores.mjs'
import { measureSearch } from './bench-search.mjs'
import { openSession } from './bench-session.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode, root, tell } from './step.mjs'

/*
 * `npm run bench`: how near a kept article comes to what the machine can do at all. The same bytes are served by the
 * portal, by a bare Node.js server from memory and, where it is installed, by nginx with one worker from a file; they
 * take turns, so that a machine whose speed drifts is as slow for each. What counts is the ratio. The portal is also asked
 * as a browser asks, which is counted, and must not be slower. Then Lighthouse looks at the pages on which readers
 * arrive, comments are posted, 10,000 articles are searched, and the newsroom's desk is asked how soon what it publishes is
 * everywhere, for what is long and for what is much, pictures among it. `npm run bench -- posting search` measures these
 * parts alone.
 */

const ARTICLE = '/politics/flood-risk-papers'
/** Many short turns: a machine whose speed jumps for seconds is then as slow for each of them. */
const ROUNDS = 20
const SECONDS = 1

/** What makes a request one of a reader's, who came from another site. */
const READER = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  referer: 'https://news.example/today',
}

/** The parts, in their order: the portal that each gets, the folder of its data, and what runs beside it. */
const PARTS = {
  pages: async (house) => report(...(await racePages(house))),
  scores: async ({ portal }) => scorePages(portal, await freePort()),
  publishing: ({ portal, data, session }) => measurePublishing(portal, data, session),
  posting: ({ portal, data }) => measurePosting(portal, data),
  search: async ({ folder, running }) => {
    const data = join(folder, 'searched')
    await measureSearch(await startPortal(data, running), data)
  },
  desk: ({ portal, data, session }) => measureDesk(portal, data, session),
  pictures: ({ portal, data, session }) => measurePictures(portal, data, session),
}

requireNode()
process.env.NODE_ENV = 'production'
await tell(async () => {
  const asked = process.argv.slice(2)
  const unknown = asked.find((name) => !(name in PARTS))
  if (unknown) throw new Error(`There is no part “${unknown}”: it is one of ${Object.keys(PARTS).join(', ')}.`)
  await ensureInstalled()
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'))
  const running = []
  try {
    const data = join(folder, 'data')
    const portal = await startPortal(data, running)
    const house = { portal, data, session: openSession(data), folder, running }
    for (const [name, measure] of Object.entries(PARTS))
      if (asked.length === 0 || asked.includes(name)) await measure(house)
  } finally {
    for (const child of running) child.kill('SIGTERM')
    await Promise.all(running.map((child) => child.exitCode ?? once(child, 'exit')))
    rmSync(folder, { recursive: true, force: true })
  }
})

async function racePages({ portal, folder, running }) {
  const answer = await fetch(`${portal}${ARTICLE}`, { headers: { 'accept-encoding': 'br' } })
  if (answer.status !== 200) throw new Error(`${ARTICLE} answered ${answer.status}.`)
  const bytes = await rawBytes(`${portal}${ARTICLE}`)
  const rivals = {
    portal: `${portal}${ARTICLE}`,
    counted: `${portal}${ARTICLE}`,
    bare: await startBare(folder, bytes, running),
  }
  const nginx = await startNginx(folder, bytes, running)
  if (nginx) rivals.nginx = nginx
  return [await race(rivals), bytes.length]
}

async function race(rivals) {
  const load = loadGenerator()
  process.stdout.write(
    `${load.name}, ${ROUNDS} rounds of ${SECONDS} s each, ${Object.keys(rivals).join(', ')} in turn\n`,
  )
  const rates = Object.fromEntries(Object.keys(rivals).map((name) => [name, []]))
  for (const url of Object.values(rivals)) await load.run(url, 1)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, url] of Object.entries(rivals))
      rates[name].push(await load.run(url, SECONDS, name === 'counted' ? READER : {}))
  }
  return rates
}

function report(rates, size) {
  process.stdout.write(`\nAn article of ${size} bytes (Brotli), kept in memory:\n`)
  for (const [name, values] of Object.entries(rates)) {
    const ratios = rates.portal.map((rate, round) => rate / values[round])
    const ratio = name === 'portal' ? '' : `   portal / ${name} = ${median(ratios).toFixed(2)}`
    process.stdout.write(`  ${name.padEnd(8)} ${Math.round(median(values)).toLocaleString('en')} requests/s${ratio}\n`)
  }
}

async function startPortal(dataDir, running) {
  const port = await freePort()
  const settings = { DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', SITE_URL: `http://127.0.0.1:${port}` }
  start(process.execPath, ['lib/operating/start.mjs'], running, { ...settings, LOG_LEVEL: 'warn', DEMO: '1' })
  return untilAnswers(`http://127.0.0.1:${port}`, '/readyz')
}

async function startBare(folder, bytes, running) {
  const port = await freePort()
  const file = join(folder, 'article.br')
  writeFileSync(file, bytes)
  start(process.execPath, ['lib/operating/bench-bare.mjs', String(port), file], running)
  return untilAnswers(`http://127.0.0.1:${port}`, '/')
}

async function startNginx(folder, bytes, running) {
  const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx'].find(isThere)
  if (!nginx) {
    process.stdout.write('nginx is not installed: measured without it.\n')
    return null
  }
  const port = await freePort()
  writeFileSync(join(folder, 'article.html'), bytes)
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; error_log stderr crit; pid ${folder}/nginx.pid; events { worker_connections 1024; }
     http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000000; open_file_cache max=10;
       client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder}; uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
       server { listen 127.0.0.1:${port}; root ${folder}; default_type text/html; add_header content-encoding br; } }`,
  )
  start(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')], running)
  const url = await untilAnswers(`http://127.0.0.1:${port}`, '/article.html')
  return `${url}/article.html`
}

function start(program, parameters, running, environment = {}) {
  const child = spawn(program, parameters, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  running.push(child)
}

async function untilAnswers(url, path) {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(url + path).catch(() => null)
    if (answer?.status === 200) return url
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} did not answer within a minute.`)
}

/** The Brotli bytes as they go over the wire: `fetch` would unpack them. */
async function rawBytes(url) {
  const { get } = await import('node:http')
  const response = await new Promise((resolve) => get(url, { headers: { 'accept-encoding': 'br' } }, resolve))
  const chunks = []
  for await (const chunk of response) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

function isThere(program) {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
