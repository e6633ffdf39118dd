import { readEnvironment } from '../env'
import { paths } from '../paths'
import { HINT_COOKIE, secretInCookies, signInCookies } from './session'
import { findHalfway } from './session-queries'

/** What next-auth does not know of: the hint for public pages, and that staff have a second factor to show. */
export async function finishProviderAnswer(response: Response): Promise<Response> {
  const { siteUrl } = readEnvironment()
  const set = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] as string)
  const secret = secretInCookies(set.join('; '), siteUrl)
  if (!secret) return response
  const headers = new Headers(response.headers)
  const thirtyDays = new Date(Date.now() + 30 * 86_400_000)
  const [hint] = signInCookies(secret, thirtyDays, siteUrl).filter((cookie) => cookie.startsWith(HINT_COOKIE))
  headers.append('set-cookie', hint as string)
  const location = headers.get('location')
  if (location && (await findHalfway(secret))) {
    const { pathname, search, hash } = new URL(location, siteUrl)
    headers.set('location', paths.confirmSignIn(`${pathname}${search}${hash}`))
  }
  return new Response(response.body, { status: response.status, headers })
}
