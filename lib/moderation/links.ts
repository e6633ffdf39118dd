import type { Range } from './verdict'

const ENDINGS =
  'com|net|org|info|biz|io|co|me|ru|cn|xyz|top|site|online|shop|club|store|link|live|app|dev|tk|ly|gl|gd|cc|tv'

/** Written-out addresses and bare names of hosts; nothing in it repeats over what another part repeats. */
const LINK = new RegExp(
  `(?:https?:\\/\\/|www\\.)[^\\s<>"]{1,2000}|(?<![\\p{L}\\p{N}@.-])[\\p{L}\\p{N}-]{1,63}\\.(?:${ENDINGS})(?![\\p{L}\\p{N}-])`,
  'giu',
)

/** Where a text has links, written out in any of the ways that readers follow. */
export function findLinks(text: string): Range[] {
  return Array.from(text.matchAll(LINK), ({ index, 0: { length } }): Range => [index, index + length])
}
