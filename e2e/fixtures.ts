import { cp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { BASE_DATA } from './base-data'
import { type Person, sessionSecretOf } from './cast'
import { type Newsroom, openNewsroom } from './newsroom'
import { type RunningServer, startServer } from './server'

type WorkerFixtures = { server: RunningServer; newsroom: Newsroom }
type Fixtures = {
  complaints: string[]
  /** Signs a person in, in the test's own browser or in another one. @returns the session's secret */
  signIn: (person: Person, browser?: BrowserContext) => Promise<string>
  /** Another person's page, in a browser of their own that ends with the test. Without an address it is blank. */
  openAs: (person: Person, address?: string, options?: { javaScriptEnabled?: boolean }) => Promise<Page>
}

/**
 * A server for each worker, on a copy of the demo newsroom, and the newsroom's own commands on the same file. Whatever a
 * page complains of on its console fails the test that opened it.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed from the pattern
    async ({}, use, { workerIndex }) => {
      const dataDir = join(tmpdir(), `broadsheet-e2e-${process.pid}-${workerIndex}`)
      await cp(BASE_DATA, dataDir, { recursive: true })
      const server = await startServer(dataDir)
      await use(server)
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  newsroom: [
    async ({ server }, use) => {
      const newsroom = openNewsroom(server.dataDir)
      await use(newsroom)
      await newsroom.close()
    },
    { scope: 'worker' },
  ],
  signIn: async ({ context, server, newsroom: _ }, use) => {
    await use(async (person, browser = context) => {
      const secret = await sessionSecretOf(person)
      await browser.addCookies([
        { name: 'session', value: secret, url: server.url, httpOnly: true, sameSite: 'Lax' },
        { name: 'signed-in', value: '1', url: server.url, sameSite: 'Lax' },
      ])
      return secret
    })
  },
  openAs: async ({ browser, server, signIn, javaScriptEnabled }, use) => {
    const opened: BrowserContext[] = []
    await use(async (person, address, options = { javaScriptEnabled }) => {
      const context = await browser.newContext({ baseURL: server.url, ...options })
      opened.push(context)
      await signIn(person, context)
      const page = await context.newPage()
      if (address) await page.goto(address)
      return page
    })
    await Promise.all(opened.map((context) => context.close()))
  },
  baseURL: async ({ server }, use) => use(server.url),
  page: async ({ page, javaScriptEnabled }, use) => {
    const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)]
    page.goto = async (...parameters) => {
      const response = await goto(...parameters)
      if (javaScriptEnabled !== false) await scriptBegun(page)
      return response
    }
    page.reload = async (...parameters) => {
      const response = await reload(...parameters)
      if (javaScriptEnabled !== false) await scriptBegun(page)
      return response
    }
    await use(page)
  },
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = []
      const refused = new Set<string>()
      page.on('response', (response) => {
        if (response.request().isNavigationRequest() && response.status() >= 400) refused.add(response.url())
      })
      page.on('console', (message) => {
        if (message.type() !== 'error' && message.type() !== 'warning') return
        const isStatus = message.text().startsWith('Failed to load resource')
        complaints.push(isStatus ? `${message.text()} ${message.location().url}` : message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      await use(complaints)
      // A page that is rightly not found is no fault of the page that asked for it.
      const isRefusal = (complaint: string) =>
        complaint.startsWith('Failed to load resource') && refused.has(complaint.split(' ').at(-1) ?? '')
      expect(complaints.filter((complaint) => !isRefusal(complaint))).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** A page's own script comes after what is read; a test is there before any reader would be. */
export async function scriptBegun(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !document.querySelector('[data-page-script]') || performance.getEntriesByName('begun').length > 0,
  )
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on the page as it stands, as lines to read. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`))
}

/** Whether anything sticks out to the side. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/**
 * That axe finds nothing on a page, and nothing of it sticks out at any width. Where `SHOTS` names a folder, pictures of it
 * are kept there for people to look at.
 *
 * @param name of the page, for a complaint and the pictures
 */
export async function expectWellMade(page: Page, name: string, widths = [320, 390, 1280]): Promise<void> {
  expect(await accessibilityProblems(page), name).toEqual([])
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflow(page), `${name} at ${width}`).toBeLessThanOrEqual(0)
    const folder = process.env.SHOTS
    if (!folder) continue
    await page.screenshot({ path: `${folder}/${name.replace(/\W+/g, '-')}-${width}.png`, fullPage: true })
  }
}
