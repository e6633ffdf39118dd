import { readEnvironment } from '@/lib/env'
import { paths } from '@/lib/paths'
import { formDone } from '@/lib/people/form-response'
import { secretInCookies, signOutCookies } from '@/lib/people/session'
import { closeSession } from '@/lib/people/session-commands'

/** Ends the session that asks, here and in the database: its cookie means nothing any more, wherever it was copied. */
export async function POST(request: Request): Promise<Response> {
  const { siteUrl } = readEnvironment()
  const secret = secretInCookies(request.headers.get('cookie') ?? '', siteUrl)
  if (secret) await closeSession(secret)
  return formDone(request, paths.home(), signOutCookies(siteUrl))
}
