/** A theme that is chosen without JavaScript is kept in a cookie of its own; see docs/decisions. */

const YEAR = 31_536_000

/**
 * The cookie that keeps a choice; `system` takes it away.
 *
 * @param choice what a form sent
 * @param siteUrl the site's own origin
 * @returns the value of `Set-Cookie`, or null when it is no theme
 */
export function cookieOf(choice: unknown, siteUrl: string): string | null {
  const secure = siteUrl.startsWith('https:') ? '; Secure' : ''
  const common = `Path=/; HttpOnly; SameSite=Lax${secure}`
  if (choice === 'system') return `theme=; Max-Age=0; ${common}`
  return choice === 'light' || choice === 'dark' ? `theme=${choice}; Max-Age=${YEAR}; ${common}` : null
}

/** The style sheet that makes a choice true; empty where the system decides. */
export function stylesOf(choice: string | undefined): string {
  return choice === 'light' || choice === 'dark' ? `:root{color-scheme:${choice}}` : ''
}

/** The path that a reader came from; the front when that is not known, or is not of this site (an open redirect). */
export function backTo(referer: string | null, siteUrl: string): string {
  if (!referer || !URL.canParse(referer)) return '/'
  const { hostname, pathname, search } = new URL(referer)
  const own = new URL(siteUrl).hostname
  const isOwn = hostname === own || (own === 'localhost' && hostname === '127.0.0.1')
  // Two slashes at the start would lead to another host.
  return isOwn ? `/${pathname.replace(/^\/+/, '')}${search}` : '/'
}
