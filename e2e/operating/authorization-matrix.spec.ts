import { doorsOfTheApplication, EVERYONE, type Known, MATRIX } from '../authorization-matrix'
import { refused, test, wrongAmong } from '../door-tries'
import { expect } from '../fixtures'

const doors = doorsOfTheApplication()
const addressOf = (route: string, known: Known) => MATRIX[route]?.at?.(known) ?? route

test('every door has its line in the table, and every line its door', () => {
  const routes = doors.map(({ route }) => route)
  expect([...new Set(routes)].filter((route) => !MATRIX[route])).toEqual([])
  expect(Object.keys(MATRIX).filter((route) => !routes.includes(route))).toEqual([])
})

test('no door opens to the headers by which others were opened', async ({ request, tried: { at } }) => {
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

test('whatever is no page of the newsroom is as closed as its pages', async ({ server, tried: { cookies } }) => {
  const addresses = ['/dashboard/nowhere', '/dashboard/people/1/x', '/dashboard/people/nobody']
  const tries = addresses.flatMap((address) => EVERYONE.map((who) => ({ who, address, expects: refused })))
  expect(await wrongAmong(server.url, cookies, tries)).toEqual([])
})
