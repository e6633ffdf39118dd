import { readFileSync } from 'node:fs'
import { endBreakingNews, startBreakingNews } from '@/lib/fronts/breaking-commands'
import { launchFront, type Placement } from '@/lib/fronts/front-commands'
import { breakingNewsSchema, overridesSchema } from '@/lib/fronts/front-input'
import { unsafeOperator } from '@/lib/people/viewer'
import { asOneLine } from '@/lib/plain-text'
import { ed } from '../cast'
import { expect, test } from '../fixtures'
import { AS_MARKUP, HOSTILE } from '../hostile-text'
import { htmlProblems } from '../valid-html'

const { fronts } = JSON.parse(readFileSync(new URL('../../db/seed/newsroom.json', import.meta.url), 'utf8')) as {
  fronts: { home: Placement[] }
}

const FRONTS = { home: '/', culture: '/culture' }

test.afterEach(async ({ newsroom: _ }) => {
  await endBreakingNews(unsafeOperator())
  await launchFront(unsafeOperator(), 'home', fronts.home)
  await launchFront(unsafeOperator(), 'culture', [])
})

/** As much of a text as a card takes: what is longer is refused when it is typed. */
const short = (text: string, longest: number) => [...text].slice(0, longest).join('').trim() || null

/** A list has a name of its own, which ARIA allows and the validator advises against. */
const problemsOf = async (html: string) =>
  (await htmlProblems(html)).filter((problem) => !problem.includes('aria-label-misuse'))

for (const [kind, text] of Object.entries(HOSTILE)) {
  test(`${kind} on a front is text in every word of a card, on the front and at the desk`, async ({
    page,
    request,
    signIn,
    newsroom,
  }) => {
    const [lead, other] = [
      await newsroom.publishArticle(),
      await newsroom.publishArticle({ headline: short(asOneLine(text), 200) ?? 'None' }),
    ]
    const words = { headline: short(text, 200), trail: short(text, 400), kicker: short(text, 60) }
    const placements: Placement[] = [
      { container: 'lead', article: lead.slug, size: 'lead', ...words, sublinks: [other.slug] },
      { container: 'news', article: other.slug, ...words },
    ]
    for (const front of Object.keys(FRONTS)) await launchFront(unsafeOperator(), front, placements)
    const strip = breakingNewsSchema.safeParse({ text, articleId: lead.id, hours: 1 })
    if (strip.success) await startBreakingNews(unsafeOperator(), strip.data)
    await signIn(ed)
    for (const address of [...Object.values(FRONTS), '/dashboard/fronts/home', '/dashboard/preview/fronts/home']) {
      const answer = await (address.startsWith('/dashboard') ? page.request : request).get(address)
      expect(answer.status(), address).toBe(200)
      const html = await answer.text()
      expect(html, address).not.toMatch(AS_MARKUP)
      if (!address.startsWith('/dashboard')) expect(await problemsOf(html), address).toEqual([])
      await page.goto(address)
      expect(await page.title(), address).not.toBe('taken')
      expect(await page.locator('img[src="x"]').count(), address).toBe(0)
    }
    if (words.headline && !/[\p{C}\p{M}]/u.test(words.headline)) {
      await page.goto('/')
      await expect(page.locator('main').getByRole('heading', { name: words.headline }).first()).toBeVisible()
    }
    await newsroom.unpublish(lead.id)
    await newsroom.unpublish(other.id)
  })
}

test('what cannot be seen, or is no line of text, is refused when it is typed or says nothing', () => {
  const card = { size: 'standard', trail: '', kicker: '', picture: 'own', sublinks: [] }
  const typed = (kind: string) => overridesSchema.safeParse({ ...card, headline: HOSTILE[kind] })
  for (const kind of ['control characters', 'an override of order', 'half of a letter', 'a line that ends it']) {
    expect(typed(kind).error?.issues[0]?.message, kind).toBe('The headline is one line of plain text.')
  }
  expect(typed('what cannot be seen').data?.headline).toBeNull()
  expect(typed('script').data?.headline).toBe(HOSTILE.script)
  const strip = breakingNewsSchema.safeParse({ text: HOSTILE['what cannot be seen'], articleId: '', hours: 1 })
  expect(strip.error?.issues[0]?.message).toBe('Write what is breaking.')
})

test('what is longer than a card holds is refused when it is typed', () => {
  const card = { size: 'standard', headline: '', trail: '', kicker: '', picture: 'own', sublinks: [] }
  for (const field of ['headline', 'trail', 'kicker']) {
    const answer = overridesSchema.safeParse({ ...card, [field]: HOSTILE['a megabyte'] })
    expect(answer.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      [field, expect.stringContaining(`The ${field} is over`)],
    ])
  }
  expect(breakingNewsSchema.safeParse({ text: HOSTILE['a megabyte'], articleId: '', hours: 1 }).success).toBe(false)
})
