import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseEncoding } from './compression'
import type { StoredAnswer } from './page-cache'
import { giveReadyHead } from './ready-head'

/** Headers that a 304 leaves out: they speak of a body. */
const OF_THE_BODY = new Set(['content-length', 'content-type', 'content-encoding'])

/**
 * Sends a finished answer: the encoding that suits, nothing when the client has it (RFC 9110 §13.1.2), no body for HEAD.
 *
 * @param id what the log calls this request
 */
export function send(request: IncomingMessage, response: ServerResponse, answer: StoredAnswer, id: string): number {
  const encoding = chooseEncoding(request.headers['accept-encoding'] as string | undefined, answer.body)
  const headers = answer.headers[encoding]
  // In its place and not in a copy: copying seventeen headers costs as much as writing them, and Node.js has them in a
  // string before `writeHead` returns.
  headers[headers.length - 1] = id
  const condition = request.headers['if-none-match']
  if (condition !== undefined && answer.status === 200 && holds(condition, answer.etag)) {
    response.writeHead(304, withoutBodyHeaders(headers))
    response.end()
    return 304
  }
  if (answer.status !== 200 || !giveReadyHead(request, response, headers)) response.writeHead(answer.status, headers)
  response.end(request.method === 'HEAD' ? undefined : answer.body[encoding])
  return answer.status
}

/** Weak comparison: the tag of any encoding stands for the same page. */
function holds(condition: string, etag: string): boolean {
  if (condition.trim() === '*') return true
  return condition
    .split(',')
    .some((candidate) => candidate.trim().replace(/^W\//, '').replaceAll('"', '').startsWith(etag))
}

function withoutBodyHeaders(headers: string[]): string[] {
  const kept: string[] = []
  for (let index = 0; index < headers.length; index += 2) {
    if (!OF_THE_BODY.has(headers[index] as string)) kept.push(headers[index] as string, headers[index + 1] as string)
  }
  return kept
}
