import type { IncomingMessage, ServerResponse } from 'node:http'
import { beforeEach, expect, it } from 'vitest'
import { ReadDepths } from './read-depths'

let noted: number[][]
let depths: ReadDepths
beforeEach(() => {
  noted = []
  depths = new ReadDepths({ noteDepth: (...told) => void noted.push(told) }, 0)
})

function say(url: string, { method = 'POST', site = 'same-origin', remoteAddress = '192.0.2.1' } = {}): number {
  const request = { method, url, headers: { 'sec-fetch-site': site }, socket: { remoteAddress }, resume: () => {} }
  const response = { writeHead: () => response, end: () => response, setHeader: () => response }
  const [, status] = depths.answer(request as unknown as IncomingMessage, response as unknown as ServerResponse, 'id')
  return status
}

it('takes the article and its steps', () => {
  expect(say('/api/depth?article=12&from=-1&to=3')).toBe(204)
  expect(noted).toEqual([[12, -1, 3]])
})

it.each([
  ['', 400],
  ['?article=12', 400],
  ['?article=0&from=-1&to=3', 400],
  ['?article=12&from=3&to=3', 400],
  ['?article=12&from=-1&to=5', 400],
  ['?article=12&from=-1&to=3&who=me', 400],
])('refuses %j', (query, status) => {
  expect(say(`/api/depth${query}`)).toBe(status)
  expect(noted).toEqual([])
})

it('is told by its own pages alone, by POST', () => {
  const url = '/api/depth?article=12&from=-1&to=3'
  expect(say(url, { site: 'cross-site' })).toBe(403)
  expect(say(url, { method: 'GET' })).toBe(405)
  expect(noted).toEqual([])
})

it('is told by one network only so often', () => {
  for (let time = 0; time < 60; time += 1) say('/api/depth?article=12&from=-1&to=0')
  expect(say('/api/depth?article=12&from=-1&to=0')).toBe(429)
  expect(say('/api/depth?article=12&from=-1&to=0', { remoteAddress: '192.0.2.2' })).toBe(204)
  expect(noted).toHaveLength(61)
})
