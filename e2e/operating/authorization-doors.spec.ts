import { readFileSync } from 'node:fs'
import {
  BESIDE_THE_APPLICATION,
  doorsOfTheApplication,
  EVERYONE,
  type Known,
  MATRIX,
  type Who,
} from '../authorization-matrix'
import {
  isOpenTo,
  lineCount,
  opened,
  othersThan,
  refused,
  type Try,
  test,
  toldNothing,
  wrongAmong,
} from '../door-tries'
import { expect } from '../fixtures'
import { formsIn } from '../forms-in'

const doors = doorsOfTheApplication()
const addressOf = (route: string, known: Known) => MATRIX[route]?.at?.(known) ?? route

test('pages open to those in the table, and to nobody else', async ({ server, tried: { at, cookies } }) => {
  const tries = doors.flatMap(({ route, methods }): Try[] => {
    const line = MATRIX[route]
    if (!line || !methods.includes('GET') || line.may === 'public' || line.isReadByAll) return []
    const address = addressOf(route, at)
    const shut = (who: Who) => (who === 'banned' && line.tellsBanned ? toldNothing : refused)
    return EVERYONE.map((who) => ({ who, address, expects: isOpenTo(line.may, who) ? opened : shut(who) }))
  })
  expect(tries.length).toBeGreaterThan(300)
  expect(await wrongAmong(server.url, cookies, tries)).toEqual([])
})

test('routes take forms and JSON from those in the table, and from nobody else', async ({ server, tried }) => {
  const { at, cookies } = tried
  const before = lineCount()
  const tries = doors.flatMap(({ route, methods }): Try[] => {
    const line = MATRIX[route]
    if (!line || line.may === 'public') return []
    const address = addressOf(route, at)
    const writing = methods.filter((method) => method !== 'GET')
    return writing.flatMap((method) =>
      othersThan({ may: line.mayWrite ?? line.may }).flatMap((who) =>
        bodies(at).map((init) => ({ who, address, init: { method, ...init }, expects: refused })),
      ),
    )
  })
  expect(tries.length).toBeGreaterThan(100)
  expect(await wrongAmong(server.url, cookies, tries)).toEqual([])
  expect(lineCount()).toBe(before)
})

test('the forms on pages of staff take nothing from whoever may not open them', async ({ server, tried }) => {
  const { at, cookies } = tried
  const staffOnly = Object.entries(MATRIX).filter(([, { may }]) => may !== 'public' && may !== 'own')
  const tries: Try[] = []
  const reading = staffOnly.map(([route, line]): Try => {
    const address = addressOf(route, at)
    const keep = ({ text }: { text: string }) => {
      // A list has the same form for each of its rows: one of each kind is tried.
      const kinds = new Map(formsIn(text).map((fields) => [kindOf(fields), fields]))
      for (const fields of kinds.values()) {
        for (const who of othersThan(line)) {
          tries.push({ who, address, init: { method: 'POST', body: formOf(fields) }, expects: refused })
        }
      }
      return null
    }
    return { who: 'admin', address, expects: keep }
  })
  await wrongAmong(server.url, cookies, reading)
  const before = lineCount()
  expect(tries.length, 'there were forms to try').toBeGreaterThan(30)
  expect(await wrongAmong(server.url, cookies, tries)).toEqual([])
  expect(lineCount()).toBe(before)
})

test('methods that a door does not name do nothing, whoever sends them', async ({ server, tried: { at, cookies } }) => {
  const before = lineCount()
  const nothing: Try['expects'] = (answer) => (answer.status === 405 ? null : refused(answer))
  const tries = doors.flatMap(({ route, methods }): Try[] =>
    ['PUT', 'PATCH', 'DELETE']
      .filter((method) => !methods.includes(method))
      .flatMap((method) =>
        (['nobody', 'admin'] as const).map((who) => ({
          ...{ who, address: addressOf(route, at), init: { method }, expects: nothing },
        })),
      ),
  )
  expect(await wrongAmong(server.url, cookies, tries)).toEqual([])
  expect(lineCount()).toBe(before)
})

test('doors beside the application are in the table, and nothing else is', () => {
  const source = readFileSync(new URL('../../lib/serving/request-handler.ts', import.meta.url), 'utf8')
  const doorsThere = [...source.matchAll(/rawPath === (\w+)/g)].map(([, name]) => name)
  expect(doorsThere.sort()).toEqual(['DEPTH_ADDRESS', 'LIVE_ADDRESS'])
  expect(Object.keys(BESIDE_THE_APPLICATION)).toHaveLength(doorsThere.length)
})

test('doors beside the application are tried by everyone', async ({ server, newsroom, tried }) => {
  const { id: draft } = await newsroom.writeArticle()
  const { at, cookies } = tried
  const queries: [string, string, (who: Who) => number][] = [
    ['/comments/live', `?article=${at.article}`, (who) => (who === 'banned' ? 204 : 200)],
    ['/comments/live', `?article=${draft}`, () => 204],
    ['/comments/live', '?article=1%20or%201=1', () => 404],
    ['/api/depth', `?article=${at.article}&from=-1&to=0`, () => 204],
    ['/api/depth', '?article=1%20or%201=1&from=-1&to=0', () => 400],
  ]
  const ended = new AbortController()
  for (const [address, query, wanted] of queries) {
    const [method = 'GET'] = BESIDE_THE_APPLICATION[address]?.methods ?? []
    for (const who of EVERYONE) {
      const init = { method, headers: { cookie: cookies[who] }, signal: ended.signal }
      const { status } = await fetch(server.url + address + query, init)
      expect(status, `${address}${query} for ${who}`).toBe(wanted(who))
    }
    for (const other of ['PUT', 'PATCH', 'DELETE', method === 'GET' ? 'POST' : 'GET']) {
      const { status } = await fetch(server.url + address + query, { method: other })
      expect(status, `${other} ${address}`).toBe(405)
    }
  }
  const forged = { cookie: 'session=nobody-was-ever-given-this' }
  const { status } = await fetch(`${server.url}/comments/live?article=${at.article}`, { headers: forged })
  expect(status).toBe(204)
  ended.abort()
})

/** What tells a form from another one: which action it is sent to, and what it asks for. */
function kindOf(fields: [string, string][]): string {
  return fields.map(([name, value]) => (name.startsWith('$') ? `${name}=${value.slice(0, 60)}` : name)).join('&')
}

function formOf(fields: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

function bodies({ article }: Known): RequestInit[] {
  const fields = { id: '1', article: String(article), body: 'The lantern is out.' }
  const json = { accept: 'application/json', 'content-type': 'application/json' }
  return [
    { headers: { accept: 'text/html' }, body: new URLSearchParams(fields) },
    { headers: json, body: JSON.stringify(fields) },
  ]
}
