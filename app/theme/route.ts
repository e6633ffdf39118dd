import { readEnvironment } from '@/lib/env'
import { backTo, cookieOf } from '@/lib/site/theme'

/** Where readers without JavaScript choose a theme; they are back on their page at once. */
export async function POST(request: Request): Promise<Response> {
  const { siteUrl } = readEnvironment()
  const form = await request.formData().catch(() => null)
  const headers = new Headers({ location: backTo(request.headers.get('referer'), siteUrl) })
  const cookie = cookieOf(form?.get('theme'), siteUrl)
  if (!cookie) return new Response('A theme is system, light or dark.\n', { status: 400 })
  headers.set('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}
