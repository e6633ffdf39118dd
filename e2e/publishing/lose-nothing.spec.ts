import { expect, test } from '@playwright/test'
import { LONGEST_HEADLINE } from '@/lib/articles/article-input'
import type { SaveAnswer } from '@/lib/articles/editing/save-answer'
import { type DeviceCopy, type OpenClash, Saver, type SaverState, TIMES, withCopy } from '@/lib/articles/editing/saver'
import type { ArticleContent } from '@/lib/articles/merge/merge-content'
import { type Chance, chanceOf, randomContent, randomEdit, wordsIn, writerOf } from '@/lib/articles/merge/random-edits'
import { resolve } from '@/lib/articles/merge/resolve'
import { ed, type Person, sessionSecretOf } from '../cast'
import { OwnHouse } from '../own-house'

/**
 * Two to four people, each with the editor's own saver, against one article on a real server, which is killed under them.
 * Their edits are random, their connections are cut before a save arrives or before its answer does, their pages are
 * reloaded. Every word that anybody typed is there in the end, or was taken out by somebody who saw it.
 */

const SEEDS = (process.env.SEEDS ?? '11,12,13').split(',').map(Number)
const TURNS = 120
const KILLS = 3

let house: OwnHouse

test.beforeAll(async () => {
  Object.assign(TIMES, { pause: 15, longest: 120, firstRetry: 20, longestRetry: 200 })
  house = await OwnHouse.open()
})
test.afterAll(() => house.close())

for (const seed of SEEDS) {
  test(`no word is lost, whatever happens (${seed})`, async () => {
    test.setTimeout(600_000)
    const chance = chanceOf(seed)
    const began = textAlone(randomContent(chance, writerOf(`base${seed}x`)))
    const { id } = await house.newsroom.writeArticle({
      ...began,
      slug: `lose-nothing-${seed}`,
      section: 'news',
      bylines: ['Wren'],
    })
    const deleted = new Set<string>()
    const typed = new Set(wordsIn(began.body))
    const people = await Promise.all(
      Array.from({ length: 2 + chance.below(3) }, async (_, at) => {
        const person: Person = { ...ed, name: `Writer ${at}`, email: `writer${at}@cast.example` }
        const desk = new Desk(id, `s${seed}p${at}`, await sessionSecretOf(person), chance, typed, deleted)
        await desk.open()
        return desk
      }),
    )
    for (let turn = 0; turn < TURNS; turn += 1) {
      if (turn % Math.ceil(TURNS / (KILLS + 1)) === 20) {
        await house.kill()
        for (const desk of people) desk.edit()
        await house.startAgain()
      }
      const desk = chance.pick(people)
      const kind = chance.below(20)
      if (kind === 0) await desk.open()
      else if (kind === 1) desk.cut = desk.cut ? null : chance.pick(['before', 'after'] as const)
      else desk.edit()
      await pause(chance.below(40))
    }
    for (const desk of people) desk.cut = null
    // Each is asked until nothing is left that is not saved.
    for (let round = 0; round < 200 && people.some(({ isDirty }) => isDirty); round += 1) {
      for (const desk of people) {
        desk.shorten()
        await desk.settle()
      }
      await pause(30)
    }
    expect(people.map(({ trouble }) => trouble)).toEqual(people.map(() => null))
    const kept = wordsIn((await people[0]?.fetchNow())?.content)
    for (const word of typed) expect(kept.has(word) || deleted.has(word), `${word} of ${seed}`).toBe(true)
    for (const desk of people) desk.stop()
    expect(typed.size).toBeGreaterThan(100)
  })
}

/** One person at one device. */
class Desk {
  cut: 'before' | 'after' | null = null
  private screen!: ArticleContent
  private saver!: Saver
  private copy: DeviceCopy | null = null
  private clash: OpenClash | null = null
  private state: SaverState | null = null
  private readonly word: () => string

  constructor(
    private readonly articleId: number,
    name: string,
    private readonly session: string,
    private readonly chance: Chance,
    private readonly typed: Set<string>,
    private readonly deleted: Set<string>,
  ) {
    this.word = writerOf(name)
  }

  get isDirty(): boolean {
    return this.saver.isDirty || this.clash !== null
  }

  /** What is not as it should be in the end; null for nothing. */
  get trouble(): SaverState | null {
    return this.isDirty ? this.state : null
  }

  /** Opens the page, or opens it again; what the device kept is put in, as whoever is asked would. */
  async open(): Promise<void> {
    const now = await this.fetchNow().catch(() => null)
    if (!now) return
    this.saver?.stop()
    const kept = this.copy
    this.clash = null
    this.screen = now.content
    this.saver = new Saver(now, {
      read: () => this.screen,
      show: (content) => {
        this.screen = content
      },
      send: (body) => this.send(body),
      keep: (copy) => {
        this.copy = copy && structuredClone(copy)
      },
      tell: (state, clash) => {
        this.state = state
        this.clash = clash
      },
      newId: () => crypto.randomUUID(),
    })
    if (!kept) return
    const seen = new Set([...wordsIn(kept.content), ...wordsIn(now.content)])
    this.screen = withCopy(kept, now.content)
    // Where a field could be only one of both, whoever was asked chose.
    this.noteTaken(seen, this.screen)
    this.saver.noteChange()
  }

  edit(): void {
    const before = this.screen
    const after = textAlone(randomEdit(before, this.chance, this.word))
    // Whoever types more than a field takes is told so, and that is another test.
    if (after.headline.length > 150 || after.keyPoints.length > 5 || after.tags.length > 10) return
    this.screen = after
    this.noteTaken(wordsIn(before), this.screen)
    for (const word of wordsIn(this.screen)) if (!wordsIn(before).has(word)) this.typed.add(word)
    this.saver.noteChange()
  }

  /** Two who wrote one headline may have made it too long between them; whoever is told so takes the end off. */
  shorten(): void {
    if (this.state?.is !== 'refused' || this.screen.headline.length <= LONGEST_HEADLINE) return
    const before = this.screen
    this.screen = { ...before, headline: before.headline.slice(0, LONGEST_HEADLINE).replace(/ \S*$/, '') }
    this.noteTaken(wordsIn(before), this.screen)
    this.saver.noteChange()
  }

  async settle(): Promise<void> {
    const open = this.clash
    if (!open) return this.saver.saveNow('autosave')
    const seen = new Set([...wordsIn(open.content), ...wordsIn(open.clashes), ...wordsIn(this.screen)])
    const decided = open.clashes.reduce((content, clash) => resolve(content, clash, 'both'), open.content)
    this.noteTaken(seen, decided)
    await this.saver.decide(decided)
  }

  async fetchNow(): Promise<{ revision: number; content: ArticleContent }> {
    const answer = await this.ask('presence', JSON.stringify({ tab: 'a', revision: 0 }))
    return (await answer.json()) as { revision: number; content: ArticleContent }
  }

  stop(): void {
    this.saver.stop()
  }

  private async send(body: string): Promise<SaveAnswer> {
    if (this.cut === 'before') throw new Error('cut before')
    const answer = await this.ask('save', body)
    const text = await answer.text()
    if (answer.status >= 500) throw new Error(text)
    if (this.cut === 'after') throw new Error('cut after')
    return JSON.parse(text) as SaveAnswer
  }

  private ask(what: string, body: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${house.port}/dashboard/articles/${this.articleId}/${what}`, {
      ...{ method: 'POST', body, signal: AbortSignal.timeout(20_000) },
      headers: { cookie: `session=${this.session}`, 'content-type': 'application/json' },
    })
  }

  /** Words that were in view and are not in what somebody made of it were taken out by them. */
  private noteTaken(seen: Set<string>, now: ArticleContent): void {
    const left = wordsIn(now)
    for (const word of seen) if (!left.has(word)) this.deleted.add(word)
  }
}

/** Pictures are of the newsroom, and it has none of those that are made up. */
function textAlone(content: ArticleContent): ArticleContent {
  const blocks = content.body.content.filter(({ type }) => type !== 'image' && type !== 'gallery')
  return { ...content, leadImage: null, section: 'news', body: { type: 'doc', content: blocks } }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
