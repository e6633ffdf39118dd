import type { Locator, Page } from '@playwright/test'

/** How somebody works at a page: by pointer, or by keyboard alone. */
export type Hands = {
  /** Follows a link or presses a button. */
  press: (target: Locator) => Promise<void>
  /** Writes into a field, in the place of what stands there. */
  write: (target: Locator, words: string) => Promise<void>
  choose: (radio: Locator) => Promise<void>
  select: (list: Locator, label: string) => Promise<void>
}

export const byPointer: Hands = {
  press: (target) => target.click(),
  write: (target, words) => target.fill(words),
  choose: (radio) => radio.check(),
  select: async (list, label) => void (await list.selectOption({ label })),
}

/** Stops that a page may have before it counts as one where what is sought cannot be reached. */
const MOST_STOPS = 400

/** Reaches everything with the Tab key from where the focus is, as a browser moves it. */
export function byKeyboard(page: Page): Hands & { reach: (target: Locator) => Promise<void> } {
  const { keyboard } = page
  const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement)
  const reach = async (target: Locator) => {
    await target.waitFor()
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await isFocused(target)) return
      await keyboard.press('Tab')
    }
    throw new Error(`${target} cannot be reached with the Tab key.`)
  }
  return {
    reach,
    press: async (target) => {
      await reach(target)
      await keyboard.press('Enter')
    },
    write: async (target, words) => {
      await reach(target)
      await keyboard.press('ControlOrMeta+a')
      await keyboard.type(words)
    },
    // One radio of a group is a stop of the Tab key; arrows go to the others (WAI-ARIA practices, “Radio group”).
    choose: async (radio) => {
      const name = await radio.getAttribute('name')
      await reach(page.locator(`input[type=radio][name="${name}"]:checked`))
      for (let step = 0; step < 20 && !(await isFocused(radio)); step += 1) await keyboard.press('ArrowDown')
    },
    select: async (list, label) => {
      await reach(list)
      await keyboard.type(label)
    },
  }
}
