import { paths } from '@/lib/paths'
import { codeForm, toPage } from '@/lib/people/account-forms'
import { countServiceAttempt } from '@/lib/people/account-limits'
import { answerPost } from '@/lib/people/account-post'
import { refuseTooMany } from '@/lib/people/account-refused'
import { beginWith } from '@/lib/people/begin-provider'
import { configuredProviders, isProviderId, PROVIDER_NAMES } from '@/lib/people/providers'
import { wayBack } from '@/lib/people/way-back'

/** Leads to a service with which somebody signs in. */
export function POST(request: Request): Promise<Response> {
  return answerPost(request, codeForm, async ({ sent, caller }) => {
    const provider = sent.text('provider')
    if (!isProviderId(provider) || !configuredProviders().includes(provider)) return toPage(paths.signIn())
    refuseTooMany(countServiceAttempt(caller.network))
    const back = wayBack(sent.text('back'), paths.home())
    const { location, cookies } = await beginWith(provider, back, request.headers)
    return lead(location || paths.signIn(), cookies, PROVIDER_NAMES[provider])
  })
}

/**
 * The page's policy lets its forms lead nowhere but here, and a browser holds the whole chain of redirects to it; a page
 * that goes on by itself begins anew.
 */
function lead(location: string, cookies: string[], name: string): Response {
  const headers = new Headers(cookies.map((cookie): [string, string] => ['set-cookie', cookie]))
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('refresh', `0; url=${location}`)
  const address = location.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const title = `On to ${name}`
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`
  const body = `<main><h1>${title}</h1><p><a href="${address}">Go on to ${name}</a></p></main>`
  return new Response(`<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`, { headers })
}

export const GET = () => toPage(paths.signIn())
