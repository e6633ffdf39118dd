import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { eachAtOnce } from '@/lib/at-once'
import { BASE_DATA } from '../base-data'
import { asMarkdownFile, asTextFile, hasCorpus, readCorpus } from '../corpus'
import { expect, test } from '../fixtures'
import { startServer } from '../server'
import { htmlProblems } from '../valid-html'
import { structuredDataProblems } from '../valid-structured-data'

const root = fileURLToPath(new URL('../..', import.meta.url))
const COUNT = 500
/** How many articles the demo newsroom has at least. */
const DEMO = 60
const SECTIONS = ['news', 'world', 'politics', 'business', 'climate', 'opinion', 'culture', 'sport']
/** Pages are asked for a few at a time, as a crawler does. */
const AT_ONCE = 4

type Report = { outcome: string; address: string; file: string }

test('five hundred real articles and every article of the demo are whole pages, feeds and sitemaps', async () => {
  // It ends what hangs, as the configuration's own limit does, and judges nobody's speed.
  test.setTimeout(900_000)
  test.skip(!hasCorpus(), 'The real articles lie beside the project, in ../shared/corpus, and are not there.')
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-corpus-'))
  const dataDir = join(folder, 'data')
  await cp(BASE_DATA, dataDir, { recursive: true })
  const server = await startServer(dataDir)
  try {
    const reports = await importAll(folder, dataDir)
    expect(reports.filter(({ outcome }) => outcome !== 'imported')).toEqual([])
    expect(reports.length).toBe(COUNT)

    const read = async (address: string) => {
      const response = await fetch(`${server.url}${address}`)
      expect(response.status, address).toBe(200)
      return response.text()
    }
    const listed = await sitemapAddresses(read)
    for (const { address } of reports) expect(listed, address).toContain(address)

    const problems: string[] = []
    const articles = [...listed].filter(
      (address) => /^\/[^/]+\/[^/]+$/.test(address) && !/^\/(?:tag|author|archive)\//.test(address),
    )
    expect(articles.length).toBeGreaterThanOrEqual(COUNT + DEMO)
    await eachAtOnce(articles, AT_ONCE, async (address) => {
      const html = await read(address)
      const found = [...(await htmlProblems(html)), ...structuredDataProblems(html)]
      problems.push(...found.map((problem) => `${address} ${problem}`))
      if (!html.includes('"@type":"NewsArticle"')) problems.push(`${address} does not say what it is`)
    })
    expect(problems).toEqual([])

    const lists = ['/', '/latest?page=9', '/archive', '/archive/2014', '/archive/2014/06', '/corrections']
    for (const address of [...lists, ...SECTIONS.map((section) => `/${section}?page=2`)]) {
      const html = await read(address)
      expect([...(await htmlProblems(html)), ...structuredDataProblems(html)], address).toEqual([])
    }
    for (const place of ['', ...SECTIONS.map((section) => `/${section}`)]) {
      for (const file of ['feed.xml', 'atom.xml']) {
        expect(XMLValidator.validate(await read(`${place}/${file}`)), `${place}/${file}`).toBe(true)
      }
      const { version, items } = JSON.parse(await read(`${place}/feed.json`)) as { version: string; items: unknown[] }
      expect(version).toBe('https://jsonfeed.org/version/1.1')
      expect(items.length).toBeGreaterThan(0)
    }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

/** Writes them as article files, one in five as plain text, and has the operator's tool take them in. */
async function importAll(folder: string, dataDir: string): Promise<Report[]> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming)
  const files: string[] = []
  for (const [index, article] of readCorpus(COUNT).entries()) {
    const section = SECTIONS[index % SECTIONS.length] as string
    const isText = index % 5 === 0
    const file = join(incoming, `${String(index).padStart(3, '0')}.${isText ? 'txt' : 'md'}`)
    await writeFile(file, isText ? asTextFile(article) : asMarkdownFile(article, section))
    files.push(file)
  }
  const words = ['import', '--json', '--section', 'news', ...files]
  const { stdout } = await promisify(execFile)(process.execPath, ['lib/operating/portal.mjs', ...words], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    maxBuffer: 64_000_000,
  }).catch(({ stdout }: { stdout: string }) => ({ stdout }))
  return (JSON.parse(stdout) as { result: Report[] }).result
}

/** Every path that the sitemaps name. */
async function sitemapAddresses(read: (address: string) => Promise<string>): Promise<Set<string>> {
  const parser = new XMLParser()
  const pathOf = (address: string) => decodeURI(new URL(address).pathname)
  const index = parser.parse(await read('/sitemap.xml')) as { sitemapindex: { sitemap: { loc: string }[] } }
  const found = new Set<string>()
  for (const { loc } of index.sitemapindex.sitemap) {
    const part = parser.parse(await read(new URL(loc).pathname)) as {
      urlset: { url: { loc: string } | { loc: string }[] }
    }
    for (const { loc: address } of [part.urlset.url].flat()) found.add(pathOf(address))
  }
  return found
}
