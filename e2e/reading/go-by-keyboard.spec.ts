import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'

const PAGES = {
  front: '/',
  article: '/politics/flood-risk-papers',
  'article with a gallery': '/culture/year-in-ten-drawings',
  section: '/politics',
  search: '/search?q=flood',
}

type Stop = { name: string; problem: string | null }

/** Goes from stop to stop with the Tab key, from the top of the page to its end. */
async function stopsOf(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let count = 0; count < 600; count += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(lookAtFocus)
    if (!stop) return stops
    stops.push(stop)
  }
  throw new Error('The page has no end for a keyboard.')
}

/** What has the focus, and what keeps a reader from seeing that it has it. Null when the focus has left the page. */
function lookAtFocus(): Stop | null {
  const focused = document.activeElement as HTMLElement | null
  if (!focused || focused === document.body || focused === document.documentElement) return null
  focused.dataset.reached = ''
  const name = `${focused.localName} “${(focused.textContent || focused.getAttribute('aria-label') || focused.id).trim().slice(0, 60)}”`
  const { outlineStyle, outlineWidth } = getComputedStyle(focused)
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return { name, problem: 'shows no focus' }
  const boxes = [...focused.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
  const isOnScreen = ({ left, right, top, bottom }: DOMRect) =>
    right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
  const shown = boxes.find(isOnScreen)
  if (!shown) return { name, problem: 'is outside of the window' }
  const x = Math.min(innerWidth - 1, Math.max(0, (shown.left + shown.right) / 2))
  const y = Math.min(innerHeight - 1, Math.max(0, (shown.top + shown.bottom) / 2))
  const seen = document.elementFromPoint(x, y)
  const isSeen = seen !== null && (focused.contains(seen) || seen.contains(focused))
  return { name, problem: isSeen ? null : `is hidden behind ${seen?.localName}.${seen?.className}` }
}

/** What a mouse can use and the keyboard did not come by. */
function leftOut(): string[] {
  const usable = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')
  return [...usable]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !('reached' in element.dataset))
    .filter((element) => !(element as HTMLInputElement).disabled && (element as HTMLInputElement).type !== 'hidden')
    .map((element) => `${element.localName} “${element.textContent || element.getAttribute('href')}”`)
}

for (const [name, address] of Object.entries(PAGES)) {
  for (const width of [390, 1280]) {
    test(`the keyboard reaches everything on ${name} at ${width} pixels, and shows where it is`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(address)
      const stops = await stopsOf(page)
      expect(stops.length).toBeGreaterThan(20)
      expect(stops.filter(({ problem }) => problem !== null)).toEqual([])
      expect(await page.evaluate(leftOut)).toEqual([])
    })
  }
}
