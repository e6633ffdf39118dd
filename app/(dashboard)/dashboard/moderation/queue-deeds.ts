import { byName } from '@/lib/by-name'

/** Each key of the queue, and what it does; the letters are those of other moderation desks. */
export const KEYS: [key: string, words: string][] = [
  ['j', 'Next comment'],
  ['k', 'Comment before'],
  ['f', 'Approve'],
  ['d', 'Reject; then 1 to 6 for the reason'],
  ['e', 'Escalate'],
  ['p', 'Pick, or unpick'],
  ['b', 'Its author: warn, suspend, ban'],
  ['u', 'Undo the last decision'],
  ['z', 'One comment alone, or all'],
  ['/', 'Find comments'],
  ['?', 'This sheet'],
]

/** What a key presses: in the comment that is looked at, or else on the page. */
const BUTTONS = byName({
  f: 'button[value="approve"]',
  e: 'button[value="escalate"]',
  p: '.queue-pick button',
  b: 'a[data-key="b"]',
})

const REASONS = ['abuse', 'off-topic', 'spam', 'privacy', 'illegal', 'other']

/** Whether a key is meant for the page: not for a field, a dialog or the browser. */
export function isKeyForPage(event: KeyboardEvent): boolean {
  const { target, defaultPrevented, ctrlKey, metaKey, altKey } = event
  if (defaultPrevented || ctrlKey || metaKey || altKey) return false
  return !(target as HTMLElement).closest('input:not([type=checkbox]), select, textarea, dialog, [contenteditable]')
}

/**
 * Does what a key stands for.
 *
 * @param item the comment that is looked at
 * @returns whether there was anything to do
 */
export function press(item: HTMLElement | null, key: string): boolean {
  if (key === '/') return focus(document.querySelector('.desk-filters input[type=search]'))
  if (key === 'z') return document.querySelector('.queue')?.classList.toggle('is-single') !== undefined
  if (key === 'u')
    return click(document.querySelector('.queue-told .queue-undo button') ?? item?.querySelector('.queue-undo button'))
  if (!item) return false
  const button = BUTTONS[key]
  return button !== undefined && click(item.querySelector(button))
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
