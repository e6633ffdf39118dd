import { chromium } from '@playwright/test'
import lighthouse, { type RunnerResult } from 'lighthouse'
import { CHROMIUM } from './chromium'
import { freePort } from './server'

export type Category = 'performance' | 'accessibility' | 'best-practices' | 'seo'

/** Points out of a hundred in each category, and for each audit that cost some, its name and what it found. */
export type Scores = { points: Record<Category, number>; shift: number; lost: string[] }

/** On a busy machine an audit of Lighthouse may break off: that says nothing of the page. */
const MOST_ATTEMPTS = 3

/**
 * What Lighthouse says of a page on a phone (https://developer.chrome.com/docs/lighthouse).
 */
export async function scoresOf(url: string, categories: Category[]): Promise<Scores> {
  const port = await freePort()
  const args = [...(CHROMIUM.args ?? []), `--remote-debugging-port=${port}`]
  const browser = await chromium.launch({ ...CHROMIUM, args })
  try {
    const options = { port, onlyCategories: categories, output: 'json' as const, logLevel: 'silent' as const }
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const result = await lighthouse(url, options)
      const isWhole = result && categories.every((name) => result.lhr.categories[name]?.score != null)
      if (isWhole) return read(result, categories)
    }
    throw new Error(`Lighthouse could not judge ${url} in ${MOST_ATTEMPTS} attempts.`)
  } finally {
    await browser.close()
  }
}

function read({ lhr }: RunnerResult, categories: Category[]): Scores {
  const points = Object.fromEntries(
    categories.map((name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)]),
  ) as Scores['points']
  const lost = categories.flatMap((name) =>
    (lhr.categories[name]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const { score = null, title = '', displayValue = '' } = lhr.audits[id] ?? {}
      return weight > 0 && score !== null && score < 1 ? [`${name}: ${id} ${title} ${displayValue}`] : []
    }),
  )
  return { points, shift: lhr.audits['cumulative-layout-shift']?.numericValue ?? 0, lost }
}
