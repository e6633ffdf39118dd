import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'
import { ed, sessionSecretOf } from '../cast'
import type { OwnHouse } from '../own-house'
import { type WatchedPage, watchPage } from './watch-page'
import { type Act, wordOf, wordsOf } from './writing-plan'

const TEXT = 'form.editor .ProseMirror'
const CHOICES = ['Theirs', 'Mine', 'Both']
/** What a headline is left to grow to by those who write on it. */
const LONG = 200

/** How long somebody waits for a page that does not come before they leave it, in milliseconds. */
const PATIENCE = 30_000

/** What all of them share. */
export type Table = {
  seed: number
  house: OwnHouse
  articleId: number
  typed: Set<string>
  /** Words that somebody who had them on the screen took out. */
  taken: Set<string>
  log: (line: string) => void
}

/** Somebody at a browser of their own, who writes in the real editor with real keys. */
export class BrowserDesk {
  private page: Page | null = null
  private isCut = false
  private count = 0

  private constructor(
    private readonly person: number,
    private readonly table: Table,
    private readonly context: BrowserContext,
  ) {}

  static async sitDown(browser: Browser, person: number, table: Table): Promise<BrowserDesk> {
    const context = await browser.newContext({ baseURL: table.house.url })
    context.setDefaultTimeout(0)
    const name = `Writer ${'ABCD'[person]}`
    const secret = await sessionSecretOf({ ...ed, name, email: `writer-${person}@cast.example` })
    await context.addCookies([
      { name: 'session', value: secret, url: table.house.url, httpOnly: true, sameSite: 'Lax' },
      { name: 'signed-in', value: '1', url: table.house.url, sameSite: 'Lax' },
    ])
    await context.exposeBinding('taken', (_, words: string[]) => {
      for (const word of words) table.taken.add(word)
      table.log(`  ${name} took out ${words.join(' ')}`)
    })
    await context.addInitScript(watchPage)
    const desk = new BrowserDesk(person, table, context)
    await desk.open()
    return desk
  }

  /** Opens the article, or opens it again; where that cannot be, they sit before an empty page. */
  async open(): Promise<void> {
    this.page ??= await this.context.newPage()
    const { page } = this
    const { articleId, house } = this.table
    try {
      await page.goto(`${house.url}/dashboard/articles/${articleId}`)
      // A server that is killed meanwhile sends half of a page.
      await page.locator(TEXT).waitFor({ timeout: PATIENCE })
    } catch (error) {
      this.note(`finds nothing: ${String(error).split('\n')[0]}`)
      this.page = null
      await page.close()
    }
  }

  async act(act: Act, choice: number): Promise<void> {
    this.note(JSON.stringify(act))
    if (act.is === 'cut') return this.cut(!this.isCut)
    if (!this.page) {
      await this.cut(false)
      return this.open()
    }
    await this.decide(choice)
    if (act.is === 'type') await this.type(act)
    else if (act.is === 'delete') await this.press(act.block, 'all', 'Backspace')
    else if (act.is === 'split') await this.press(act.block, 'middle', 'Enter')
    else if (act.is === 'bold') await this.press(act.block, 'all', 'ControlOrMeta+b')
    else if (act.is === 'move') await this.press(act.block, 'end', `Alt+Arrow${act.direction}`)
    else if (act.is === 'undo') await this.page.keyboard.press('ControlOrMeta+z')
    else if (act.is === 'save') await this.page.keyboard.press('ControlOrMeta+s')
    else if (act.is !== 'rest') await this.leave(act.is)
  }

  async cut(isCut: boolean): Promise<void> {
    this.isCut = isCut
    await this.context.setOffline(isCut)
  }

  /**
   * Does what is left to do before all that they wrote is with the server.
   *
   * @returns whether nothing is
   */
  async settle(): Promise<boolean> {
    if (!this.page) await this.open()
    if (!this.page) return false
    await this.decide(2)
    const state = await this.page.locator('.editor-state').getAttribute('data-state')
    if (state === 'refused') await this.shorten()
    if (state !== 'saved') await this.page.keyboard.press('ControlOrMeta+s')
    const isAsked = (await this.clash.count()) + (await this.offer.count()) > 0
    return state === 'saved' && !isAsked
  }

  async stop(): Promise<void> {
    await this.context.close()
  }

  /** What is not as it should be, for whoever looks into a failure. */
  async say(): Promise<string> {
    if (!this.page) return 'has no page'
    const state = await this.page.locator('.editor-state').textContent()
    return `${state}; on the screen ${(await this.ask(({ desk }) => desk.screen())).join(' ')}`
  }

  private async type({ where, block, words: count }: Extract<Act, { is: 'type' }>): Promise<void> {
    const page = this.page as Page
    const words = Array.from({ length: count }, () => wordOf(this.table.seed, this.person, this.count++))
    const text = words.join(' ')
    if (where === 'headline' || where === 'standfirst') {
      const field = page.locator(`form.editor [name="${where}"]`)
      if ((await field.inputValue()).length > LONG) return
      await field.focus()
      await page.keyboard.press('ControlOrMeta+End')
      await page.keyboard.type(` ${text}`)
    } else {
      await this.reach(block, where === 'middle' ? 'middle' : 'end')
      const marks = { end: ' ', middle: ' ', new: '\n', heading: '\n## ', list: '\n- ' }
      await page.keyboard.type(marks[where] + text)
    }
    for (const word of words) this.table.typed.add(word)
    const seen = new Set(await this.ask(({ desk }) => desk.screen()))
    const torn = words.filter((word) => !seen.has(word))
    if (torn.length > 0) this.note(`does not see ${torn.join(' ')}`)
  }

  private async press(block: number, place: 'middle' | 'end' | 'all', key: string): Promise<void> {
    await this.reach(block, place)
    await this.page?.keyboard.press(key)
  }

  private async reach(block: number, place: 'middle' | 'end' | 'all'): Promise<void> {
    await this.page?.evaluate(([at, where]) => (window as unknown as WatchedPage).desk.reach(at, where), [
      block,
      place,
    ] as const)
  }

  /** Answers what the page asks: what the device had kept goes in, and of a clash one side, or both. */
  private async decide(choice: number): Promise<void> {
    while (await this.offer.count()) {
      this.note('puts in what the device kept')
      await this.offer.getByRole('button', { name: 'Put it in' }).click()
    }
    const { clash } = this
    if ((await clash.count()) === 0) return
    const chosen = CHOICES[choice] as string
    this.note(`decides ${chosen}: ${wordsOf((await clash.textContent()) ?? '').join(' ')}`)
    for (const radio of await clash.getByLabel(chosen, { exact: true }).all()) await radio.check()
    await clash.getByRole('button', { name: 'Save this' }).click()
  }

  /** Two who wrote on one headline made it longer than it may be: whoever is told so takes the end off. */
  private async shorten(): Promise<void> {
    const page = this.page as Page
    const field = page.locator('form.editor [name="headline"]')
    await field.focus()
    await page.keyboard.press('ControlOrMeta+End')
    for (let over = (await field.inputValue()).length - LONG; over > 0; over -= 1)
      await page.keyboard.press('Backspace')
  }

  /** Leaves the page, once what they typed is with the server or on this device, and comes back. */
  private async leave(how: 'reload' | 'close' | 'crash'): Promise<void> {
    await this.untilKept()
    const page = this.page as Page
    if (how === 'crash') await page.goto('chrome://crash').catch(() => undefined)
    if (how !== 'reload') {
      this.page = null
      await page.close()
    }
    await this.open()
  }

  private async untilKept(): Promise<void> {
    const { house, articleId, seed } = this.table
    const own = `k${seed}${'abcd'[this.person]}`
    for (;;) {
      const screen = await this.ask(({ desk }) => desk.screen())
      const safe = new Set([
        ...(await this.ask(({ desk }) => desk.kept())),
        ...wordsOf(house.newsroom.allOf(articleId)),
      ])
      if (screen.every((word) => !word.startsWith(own) || safe.has(word))) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  private get offer(): Locator {
    return (this.page as Page).getByRole('region', { name: 'Text on this device' })
  }

  private get clash(): Locator {
    return (this.page as Page).locator('.editor-clash')
  }

  private ask<Result>(question: (page: WatchedPage) => Result | Promise<Result>): Promise<Result> {
    const page = this.page as Page
    return page.evaluate(`(${question.toString()})(window)`) as Promise<Result>
  }

  private note(line: string): void {
    this.table.log(`${'ABCD'[this.person]} ${line}`)
  }
}
