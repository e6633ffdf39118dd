import { expect, test } from '../fixtures'
import { type Category, scoresOf } from '../lighthouse'

const PAGES = ['/', '/politics/flood-risk-papers', '/politics', '/search']

/** What does not depend on how busy the machine is; `npm run bench` measures the rest. */
const CATEGORIES: Category[] = ['accessibility', 'best-practices', 'seo']

// One browser at a time: Lighthouse measures, and two that run side by side disturb each other.
test.describe.configure({ mode: 'serial' })

for (const path of PAGES) {
  test(`Lighthouse takes nothing off ${path} on a phone, and nothing in it moves`, async ({ server }) => {
    const { points, shift, lost } = await scoresOf(server.url + path, [...CATEGORIES, 'performance'])
    expect(lost.filter((line) => !line.startsWith('performance'))).toEqual([])
    for (const category of CATEGORIES) expect(points[category], category).toBe(100)
    expect(shift).toBeLessThanOrEqual(0.01)
  })
}

test('on what was found, nothing is taken off but that search engines stay out', async ({ server }) => {
  const { lost } = await scoresOf(`${server.url}/search?q=flood`, CATEGORIES)
  expect(lost.map((line) => line.split(' ')[1])).toEqual(['is-crawlable'])
})
