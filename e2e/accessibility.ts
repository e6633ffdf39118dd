import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const OPTIONS: RunOptions = { runOnly: { type: 'tag', values: STANDARDS }, resultTypes: ['violations'] }

/** The axe that its builder for Playwright would put into a page. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type WithAxe = typeof globalThis & { axe: { run: (context: Document, options: RunOptions) => Promise<AxeResults> } }

/** What axe finds on the page as it stands, as lines to read. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = page.frames().length > 1 ? await analyzeFrames(page) : await analyze(page)
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`))
}

/** In the page itself, which takes a third of what the builder does: that opens another page for every result. */
async function analyze(page: Page): Promise<AxeResults> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  return page.evaluate((options) => (globalThis as WithAxe).axe.run(document, options), OPTIONS)
}

/** The builder finds its way into frames from elsewhere as well. */
async function analyzeFrames(page: Page): Promise<AxeResults> {
  return new AxeBuilder({ page }).options(OPTIONS).analyze()
}

/** Whether anything sticks out to the side. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** That axe finds nothing on a page as it stands, in either theme. */
export async function expectForEveryone(page: Page, name = page.url()): Promise<void> {
  // Where a page happens to be scrolled to, a bar that stays may cover a link by half.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours that are still on their way from one theme to the other are nobody's.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await accessibilityProblems(page), `${name}, ${colorScheme}`).toEqual([])
  }
}

/**
 * That nothing of a page sticks out at any width. Where `SHOTS` names a folder, pictures of it are kept there for people
 * to look at.
 *
 * @param name of the page, for a complaint and the pictures
 */
export async function expectToFit(page: Page, name: string, widths = [320, 390, 1280]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflow(page), `${name} at ${width}`).toBeLessThanOrEqual(0)
    const folder = process.env.SHOTS
    if (!folder) continue
    await page.screenshot({ path: `${folder}/${name.replace(/\W+/g, '-')}-${width}.png`, fullPage: true })
  }
}

/** That axe finds nothing on a page as it stands in either theme, and nothing of it sticks out at any width. */
export async function expectWellMade(page: Page, name: string, widths?: number[]): Promise<void> {
  await expectForEveryone(page, name)
  await expectToFit(page, name, widths)
}

/** That axe finds nothing in either theme at any of the widths, where pages differ by width; in one load of the page. */
export async function expectWellMadeAt(page: Page, name: string, widths: number[]): Promise<void> {
  for (const width of widths) {
    await expectToFit(page, name, [width])
    await expectForEveryone(page, `${name} at ${width}`)
  }
}
