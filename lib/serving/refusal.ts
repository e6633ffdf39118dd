import { createHash } from 'node:crypto'
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Answered } from './answers'
import { isReadApiAddress } from './read-api-addresses'

const TITLES: Record<number, string> = {
  400: 'This address cannot be read',
  401: 'This session has ended',
  403: 'This was refused',
  404: 'There is nothing here',
  405: 'That cannot be done here',
  411: 'The length is missing',
  413: 'That is too much',
  429: 'Too much at once',
  500: 'Something went wrong',
  503: 'Back in a moment',
}

/** Its own: the paper's stylesheet may be what cannot be had. The policy allows this text alone, by its hash. */
const STYLE = [
  ':root{color-scheme:light dark}',
  'body{background:light-dark(#fff,#141311);color:light-dark(#171512,#ece8e1);font:1.125rem/1.5 Georgia,serif;margin:0}',
  'main{margin:0 auto;max-width:36rem;padding:clamp(2rem,14vh,8rem) 1.5rem}',
  'h1{border-top:2px solid;font-size:clamp(2rem,1.5rem + 2vw,2.75rem);line-height:1.1;margin:0 0 1rem;padding-top:1.5rem}',
  'a{color:light-dark(#0f4c5c,#7fc4d3);text-underline-offset:.2em}',
].join('')

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`

/**
 * A short page of its own for what never reaches a page, or for a program the same as a problem (RFC 9457). Nothing of
 * the request is repeated in it.
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
  const forMachine = isReadApiAddress(response.req?.url ?? '')
  const body = forMachine ? problem(status, words) : page(title, words)
  response.writeHead(status, [
    ...extra,
    ...(forMachine ? ['access-control-allow-origin', '*'] : []),
    ...['content-type', forMachine ? 'application/problem+json' : 'text/html; charset=utf-8'],
    ...['content-length', String(Buffer.byteLength(body))],
    ...['cache-control', 'no-store', 'x-content-type-options', 'nosniff', 'x-frame-options', 'DENY'],
    ...['content-security-policy', POLICY, 'x-request-id', id],
  ])
  response.end(body)
  return ['refused', status]
}

function page(title: string, words: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1><p>${words}</p><p><a href="/">Go to the front page</a></p></main></body></html>`
}

function problem(status: number, detail: string): string {
  return JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail })
}
