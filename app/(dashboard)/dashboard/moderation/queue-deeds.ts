import { byName } from '@/lib/by-name'

/** Each key of the queue, and what it does; the letters are those of other moderation desks. */
export const KEYS: [key: string, words: string][] = [
  ['j', 'Next comment'],
  ['k', 'Comment before'],
  ['f', 'Approve'],
  ['d', 'Reject; then 1 to 6 for the reason'],
  ['e', 'Escalate'],
  ['p', 'Pick, or unpick'],
  ['b', 'Suspend or ban its author'],
  ['u', 'Undo the last decision'],
  ['z', 'One comment alone, or all'],
  ['/', 'Find comments'],
  ['Enter', 'From the list into the comment'],
  ['Esc', 'From a field into its comment, from there to the list'],
  ['?', 'This sheet'],
]

/** What a key presses in the comment that is looked at. */
const BUTTONS = byName({
  f: 'button[value="approve"]',
  e: 'button[value="escalate"]',
  p: '.queue-pick button',
})

const REASONS = ['abuse', 'off-topic', 'spam', 'privacy', 'illegal', 'other']

/** The list and the comment stand side by side: as in newsroom-moderation.css. */
export function hasPane(): boolean {
  return document.querySelector('.queue-pane') !== null && matchMedia('(min-width: 64rem)').matches
}

export function rowOf(id: number): HTMLElement | null {
  return document.querySelector(`.queue-comment[data-comment="${id}"]`)
}

const FIELDS = 'input:not([type=checkbox]), select, textarea, [contenteditable]'

/** Whether a key is meant for the page: not for a field, a dialog or the browser, nor an act that is held down. */
export function isKeyForPage(event: KeyboardEvent): boolean {
  const { target, key, defaultPrevented, ctrlKey, metaKey, altKey, isComposing, repeat } = event
  if (defaultPrevented || ctrlKey || metaKey || altKey || isComposing) return false
  // Whoever falls asleep on a key goes through the list, and decides on nothing but the first.
  if (repeat && key !== 'j' && key !== 'k') return false
  return !(target as HTMLElement).closest(`${FIELDS}, dialog`)
}

/**
 * Leaves a field of a comment for the comment itself. What was typed stays.
 *
 * @returns whether there was a field to leave
 */
export function leaveField({ target, key, defaultPrevented, isComposing }: KeyboardEvent): boolean {
  if (key !== 'Escape' || defaultPrevented || isComposing) return false
  const field = (target as HTMLElement).closest(FIELDS)
  const comment = field?.closest('.queue-item, .queue-comment')
  return comment ? focus(comment.querySelector('h2') ?? comment) : false
}

/**
 * Does what a key stands for on the page, whatever comment is looked at.
 *
 * @returns whether there was anything to do
 */
export function pressOnPage(key: string): boolean {
  if (key === '/') return focus(document.querySelector('.desk-filters input[type=search]'))
  if (key === 'z') return document.querySelector('.queue-desk')?.toggleAttribute('data-single') !== undefined
  return key === 'u' && click(document.querySelector('.queue-told .queue-undo button'))
}

/**
 * Does what a key stands for with a comment.
 *
 * @param item the comment that is looked at
 * @returns whether there was anything to do
 */
export function press(item: HTMLElement, key: string): boolean {
  if (key === 'u') return click(item.querySelector('.queue-undo button'))
  if (key === 'b') return shutOut(item)
  const button = BUTTONS[key]
  return button !== undefined && click(item.querySelector(button))
}

/** Whether a key does something with a comment. */
export function isForComment(key: string): boolean {
  return key === 'd' || key === 'b' || key === 'u' || key in BUTTONS
}

/** Opens the form that suspends or bans the author; where there is none, the page with their record. */
function shutOut(item: HTMLElement): boolean {
  const form = item.querySelector<HTMLDetailsElement>('.item-shut-out')
  if (!form) return click(item.querySelector('a[data-key="b"]'))
  form.open = true
  return focus(form.querySelector('textarea'))
}

/**
 * Rejects a comment; where the reason is none of ours, it is asked for.
 *
 * @param key the number of the reason, from 1 to 6
 */
export function reject(item: HTMLElement, key: string): boolean {
  const select = item.querySelector<HTMLSelectElement>('select[name=reason]')
  const reason = REASONS[Number(key) - 1]
  if (!select || !reason) return false
  select.value = reason
  if (reason === 'other') return focus(item.querySelector('input[name=words]'))
  return click(item.querySelector('button[value="reject"]'))
}

function click(target: Element | null | undefined): boolean {
  ;(target as HTMLElement | null | undefined)?.click()
  return target != null
}

function focus(target: Element | null): boolean {
  ;(target as HTMLElement | null)?.focus()
  return target !== null
}
