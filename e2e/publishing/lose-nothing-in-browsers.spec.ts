import { expect, test } from '@playwright/test'
import { OwnHouse } from '../own-house'
import { BrowserDesk, type Table } from './browser-desk'
import { planOf, type Round, wordOf, wordsOf } from './writing-plan'

/**
 * Two to four people, each in a browser of their own, type with keys into the real editor of one article: new words, new
 * blocks, blocks deleted, moved and split, headlines. Connections are cut, pages reloaded, closed and crashed, and the
 * server is killed under them. Every word that anybody typed is there in the end, or was taken out by somebody who saw it.
 */

const SEEDS = (process.env.SEEDS ?? '1,2').split(',').map(Number)
const ROUNDS = Number(process.env.ROUNDS ?? 30)
const KILLS = 2
/** Enough to come to an end: asked so often, whoever is not saved will never be. */
const MOST_ASKED = 400

let house: OwnHouse

test.describe.configure({ mode: 'default' })
test.beforeAll(async () => {
  house = await OwnHouse.open()
})
test.afterAll(() => house.close())

for (const seed of SEEDS) {
  test(`no word typed in any browser is lost, whatever happens (${seed})`, async ({ browser }) => {
    test.setTimeout(900_000)
    const lines: string[] = []
    const table: Table = { seed, house, ...(await begin(seed)), taken: new Set(), log: (line) => void lines.push(line) }
    const plan = planOf(seed, ROUNDS, KILLS)
    const people: BrowserDesk[] = []
    for (let person = 0; person < plan.people; person += 1)
      people.push(await BrowserDesk.sitDown(browser, person, table))
    for (const [at, round] of plan.rounds.entries()) {
      lines.push(`round ${at}, the house ${round.house}`)
      await Promise.all([
        happen(round),
        ...people.map((desk, who) => desk.act(round.acts[who] as never, round.choices[who] as number)),
      ])
    }
    await house.startAgain()
    for (const desk of people) await desk.cut(false)
    await untilSettled(people)
    // Opened once more, no device has anything left to offer.
    for (const desk of people) await desk.open()
    await untilSettled(people)
    const kept = new Set(wordsOf(house.newsroom.latestOf(table.articleId)))
    const lost = [...table.typed].filter((word) => !kept.has(word) && !table.taken.has(word))
    const told = await Promise.all(people.map((desk) => desk.say()))
    expect(lost, [`seed ${seed}`, ...lines, ...told].join('\n')).toEqual([])
    expect(table.typed.size).toBeGreaterThan(plan.people * 10)
    for (const desk of people) await desk.stop()
  })
}

async function begin(seed: number): Promise<Pick<Table, 'articleId' | 'typed'>> {
  const words = Array.from({ length: 40 }, (_, at) => wordOf(seed, 0, 1000 + at))
  const paragraph = (from: number) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text: words.slice(from, from + 6).join(' ') }],
  })
  const { id } = await house.newsroom.writeArticle({
    headline: words[36],
    standfirst: words.slice(37).join(' '),
    slug: `lose-nothing-in-browsers-${seed}`,
    body: { type: 'doc', content: [0, 6, 12, 18, 24, 30].map(paragraph) },
  })
  return { articleId: id, typed: new Set(words) }
}

async function happen({ house: what }: Round): Promise<void> {
  if (what === 'is killed') await house.kill()
  if (what === 'starts') await house.startAgain()
}

async function untilSettled(people: BrowserDesk[]): Promise<void> {
  for (let asked = 0; asked < MOST_ASKED; asked += 1) {
    const settled = []
    for (const desk of people) settled.push(await desk.settle())
    if (settled.every(Boolean)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
