/** No host of anybody's: what is resolved against it and stays on it was a path. */
const NOWHERE = 'http://nowhere.invalid'

/** Coming back to these would do something, or lead in a circle. */
const NOT_BACK = /^\/(?:sign-in|sign-out|sign-up|verify|reset|api|theme)(?:[/.]|$)/

/**
 * Where a reader may be sent back to: a path of this site, however the address was spelled (an open redirect, CWE-601).
 *
 * @param wanted as it stood in an address or a form
 * @param otherwise where to go when it is no path of ours
 */
export function wayBack(wanted: unknown, otherwise = '/'): string {
  if (typeof wanted !== 'string' || wanted.length > 2000 || !wanted.startsWith('/')) return otherwise
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0020\u007f\\]/.test(wanted) || !URL.canParse(wanted, NOWHERE)) return otherwise
  const { origin, pathname, search, hash } = new URL(wanted, NOWHERE)
  // Two slashes at the start lead to another host, also when they come out of dots: `/.//host`.
  if (origin !== NOWHERE || pathname.startsWith('//') || NOT_BACK.test(pathname)) return otherwise
  return `${pathname}${search}${hash}`
}
