import type { ServerResponse } from 'node:http'
import type { Answered } from './answers'

const TITLES: Record<number, string> = {
  400: 'This address cannot be read',
  403: 'This was refused',
  405: 'That cannot be done here',
  411: 'The length is missing',
  413: 'That is too much',
  429: 'Too many searches at once',
  500: 'Something went wrong',
  503: 'Back in a moment',
}

/**
 * A short page of its own for what never reaches a page. Nothing of the request is repeated in it.
 *
 * @param extra more headers, `name, value, name, value…`
 */
export function refuse(
  response: ServerResponse,
  status: number,
  words: string,
  id: string,
  extra: string[] = [],
): [Answered, number] {
  const title = TITLES[status] ?? 'This was refused'
  const body = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><main><h1>${title}</h1><p>${words}</p><p><a href="/">Go to the front page</a></p></main></body></html>`
  response.writeHead(status, [
    ...extra,
    ...['content-type', 'text/html; charset=utf-8', 'content-length', String(Buffer.byteLength(body))],
    ...['cache-control', 'no-store', 'x-content-type-options', 'nosniff', 'x-frame-options', 'DENY'],
    ...['content-security-policy', "default-src 'none'; frame-ancestors 'none'", 'x-request-id', id],
  ])
  response.end(body)
  return ['refused', status]
}
