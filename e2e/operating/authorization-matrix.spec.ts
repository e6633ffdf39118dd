import type { APIRequestContext, APIResponse } from '@playwright/test'
import { unsafeReadingConnection } from '@/db/client'
import { doorsOfTheApplication, EVERYONE, type Known, MATRIX, type Who } from '../authorization-matrix'
import { ada, bex, castId, ed, mo, type Person, remy, sessionSecretOf, somebody, wren } from '../cast'
import { expect, test } from '../fixtures'

const CAST: Record<Exclude<Who, 'nobody'>, Person> = {
  ...{ banned: bex, commenter: remy, author: wren, moderator: mo, editor: ed, admin: ada },
}

const doors = doorsOfTheApplication()
const addressOf = (route: string, known: Known) => MATRIX[route]?.at?.(known) ?? route

async function cookiesOf(): Promise<Record<Who, string>> {
  const cookies: Partial<Record<Who, string>> = { nobody: '' }
  for (const [who, person] of Object.entries(CAST)) {
    cookies[who as Who] = `session=${await sessionSecretOf(person)}; signed-in=1`
  }
  return cookies as Record<Who, string>
}

async function known(): Promise<Known> {
  const article = unsafeReadingConnection().prepare('select min(id) from articles').pluck().get() as number
  const find = "select min(id) from comments where state = 'approved'"
  const comment = unsafeReadingConnection().prepare(find).pluck().get() as number
  return { person: await castId(somebody()), article, comment }
}

/** Refused: sent to sign in, or told that there is nothing, or that it may not be. */
function expectRefused(answer: APIResponse, where: string): void {
  const status = answer.status()
  const location = answer.headers().location ?? ''
  const isSentToSignIn = [302, 303, 307].includes(status) && /^(?:http:\/\/[^/]+)?\/sign-in(?:\?|$)/.test(location)
  // What is sent in a form that a route reads as JSON alone, or the other way round, is not even read.
  expect(isSentToSignIn || [400, 401, 403, 404, 415].includes(status), `${where}: ${status} ${location}`).toBe(true)
}

test('every door has its line in the table, and every line its door', () => {
  const routes = doors.map(({ route }) => route)
  expect([...new Set(routes)].filter((route) => !MATRIX[route])).toEqual([])
  expect(Object.keys(MATRIX).filter((route) => !routes.includes(route))).toEqual([])
})

test('no door opens to the headers by which others were opened', async ({ request, newsroom: _ }) => {
  const at = await known()
  const tricks: Record<string, string>[] = [
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
    { 'x-forwarded-host': 'localhost', 'x-original-url': '/dashboard' },
  ]
  for (const [route, line] of Object.entries(MATRIX)) {
    if (line.may === 'public' || line.may === 'own') continue
    for (const headers of tricks) {
      const answer = await request.get(addressOf(route, at), { headers: { ...headers, cookie: '' }, maxRedirects: 0 })
      const text = await answer.text()
      const isRedirect = answer.status() >= 300 || text.includes('NEXT_REDIRECT') || text === ''
      expect(isRedirect, `${route} with ${JSON.stringify(headers)}: ${answer.status()}`).toBe(true)
    }
  }
})

test('whatever is no page of the newsroom is as closed as its pages', async ({ request, newsroom: _ }) => {
  const cookies = await cookiesOf()
  for (const address of ['/dashboard/nowhere', '/dashboard/people/1/x', '/dashboard/people/nobody']) {
    for (const who of EVERYONE) expectRefused(await get(request, address, cookies[who]), `${address} for ${who}`)
  }
})

async function get(request: APIRequestContext, address: string, cookie: string): Promise<APIResponse> {
  return request.get(address, { headers: { cookie }, maxRedirects: 0 })
}
