import { cp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { BASE_DATA } from './base-data'
import { type Person, sessionSecretOf } from './cast'
import { type Newsroom, openNewsroom } from './newsroom'
import { type RunningServer, startServer } from './server'

type WorkerFixtures = { server: RunningServer; newsroom: Newsroom }
type Fixtures = {
  /** What the test's page complained of; whatever is left of it at the end fails the test. */
  complaints: string[]
  /** Signs a person in, in the test's own browser or in another one. @returns the session's secret */
  signIn: (person: Person, browser?: BrowserContext) => Promise<string>
  /** Another person's page, in a browser of their own that ends with the test. Without an address it is blank. */
  openAs: (person: Person, address?: string, options?: { javaScriptEnabled?: boolean }) => Promise<Page>
}

/** What a helper of a journey is lent to bring in somebody else. */
export type OpenAs = Fixtures['openAs']

/**
 * A server for each worker, on a copy of the demo newsroom, and the newsroom's own commands on the same file. Whatever a
 * page complains of on its console fails the test that opened it. A test that asks for no page opens no browser.
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
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed from the pattern
  complaints: async ({}, use) => use([]),
  page: async ({ page, javaScriptEnabled, complaints }, use) => {
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
    const isFault = listenTo(page, complaints)
    await use(page)
    expect(complaints.filter(isFault)).toEqual([])
  },
})

/** Writes down what a page complains of. @returns whether a complaint is the page's fault */
function listenTo(page: Page, complaints: string[]): (complaint: string) => boolean {
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
  // A page that is rightly not found is no fault of the page that asked for it.
  return (complaint) =>
    !complaint.startsWith('Failed to load resource') || !refused.has(complaint.split(' ').at(-1) ?? '')
}

export { expect }

/** A page's own script comes after what is read; a test is there before any reader would be. */
export async function scriptBegun(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !document.querySelector('[data-page-script]') || performance.getEntriesByName('begun').length > 0,
  )
}
