import { isStaff } from './person-policy'
import type { Role } from './viewer'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How long a session lasts, in milliseconds: unused, and whatever is done with it (OWASP ASVS 7.3). Those of whoever may
 * change the paper are shorter.
 */
export function lifetimeOf(role: Role): { idle: number; absolute: number } {
  return isStaff({ role }) ? { idle: 3 * DAY, absolute: 30 * DAY } : { idle: 30 * DAY, absolute: 180 * DAY }
}

/** How long, in milliseconds, a session is not written to again after it was seen. */
export const SEEN_EVERY = 10 * MINUTE

/** How long, in milliseconds, what somebody has shown of themselves is enough for what matters most. */
export const PROOF_LASTS = 15 * MINUTE

/** On https the name itself makes browsers refuse one that another host of the domain has set (RFC 6265bis §4.1.3.2). */
export function sessionCookieName(siteUrl: string): string {
  return siteUrl.startsWith('https:') ? '__Host-session' : 'session'
}

/** Tells the scripts of public pages that it is worth asking who is signed in. It says nothing else. */
export const HINT_COOKIE = 'signed-in'

/** The values of `Set-Cookie` that sign a browser in. */
export function signInCookies(secret: string, expiresAt: Date, siteUrl: string): string[] {
  const secure = siteUrl.startsWith('https:') ? '; Secure' : ''
  const common = `Path=/; Expires=${expiresAt.toUTCString()}; SameSite=Lax${secure}`
  return [`${sessionCookieName(siteUrl)}=${secret}; ${common}; HttpOnly`, `${HINT_COOKIE}=1; ${common}`]
}

/** The values of `Set-Cookie` that sign a browser out. */
export function signOutCookies(siteUrl: string): string[] {
  return signInCookies('', new Date(0), siteUrl).map((cookie) => cookie.replace(`${HINT_COOKIE}=1`, `${HINT_COOKIE}=`))
}

/** The secret in a `Cookie` header, or null. */
export function secretInCookies(header: string, siteUrl: string): string | null {
  const name = sessionCookieName(siteUrl)
  for (const pair of header.split(';')) {
    const [key = '', value = ''] = pair.trim().split('=', 2)
    if (key === name) return value || null
  }
  return null
}
