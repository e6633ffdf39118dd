import { describe, expect, it } from 'vitest'
import type { Captured, WholeRequest } from './captured-response'
import { answerWithForms, showInstead, told } from './form-answers'

const post: WholeRequest = {
  method: 'POST',
  url: '/sign-in/password',
  headers: { host: 'news.example', cookie: 'a=b', 'content-type': 'text/plain', 'content-length': '3' },
  body: Buffer.from('a=b'),
}
const answer = (body: string, status = 200, headers = {}): Captured => ({ status, headers, body: Buffer.from(body) })

describe('answerWithForms', () => {
  it('leaves an answer as it is', async () => {
    const given = answer('done', 303, { location: '/' })
    expect(await answerWithForms(async () => given, post)).toBe(given)
  })

  it('shows the page in the place of the answer, with its status and what is wrong', async () => {
    const asked: WholeRequest[] = []
    const shown = await answerWithForms(async (request) => {
      asked.push(request)
      if (request.method === 'GET') return answer(JSON.stringify(told()), 200, { 'content-type': 'text/html' })
      showInstead('/sign-in?back=/', { problems: [{ words: 'No.' }], values: { email: 'a@b.example' } })
      return answer('No.', 429, { 'retry-after': '7', 'content-type': 'text/plain', 'set-cookie': 'x=y' })
    }, post)
    expect(asked[1]).toEqual({
      method: 'GET',
      url: '/sign-in?back=/',
      headers: { host: 'news.example', cookie: 'a=b' },
      body: new Uint8Array(),
    })
    expect(shown.status).toBe(429)
    expect(shown.headers).toEqual({ 'content-type': 'text/html', 'retry-after': '7', 'set-cookie': 'x=y' })
    expect(JSON.parse(shown.body.toString())).toEqual({
      problems: [{ words: 'No.' }],
      values: { email: 'a@b.example' },
    })
  })

  it('tells nobody else', async () => {
    const [, other] = await Promise.all([
      answerWithForms(async ({ method }) => {
        if (method === 'POST') showInstead('/x', { problems: [], values: {} })
        return answer('')
      }, post),
      answerWithForms(async () => answer(String(told())), { ...post, method: 'GET' }),
    ])
    expect(other.body.toString()).toBe('null')
    expect(told()).toBeNull()
  })
})
