import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRedirect } from '../site/redirect-queries'
import { type Captured, capture } from './captured-response'
import { askedStatus } from './render-scope'
import { type Route, routeAnswerer } from './route-handlers'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Renders a public page: with Next, or by a handler that does without. Where there is nothing, an address that was moved
 * leads on.
 *
 * @param siteUrl the page's own origin: canonical links are made from it
 * @param routes what Next is not needed for
 */
export function pageRenderer(
  handler: Handler,
  siteUrl: string,
  routes: Route[],
): (address: string) => Promise<Captured> {
  const { host } = new URL(siteUrl)
  const answerRoute = routeAnswerer(routes, siteUrl)
  return async (address) => {
    const captured = await (answerRoute(address) ?? capture(handler, address, host))
    const page = { ...captured, status: askedStatus() ?? captured.status }
    if (page.status !== 404) return page
    const redirect = await getRedirect(address.split('?', 1)[0] as string)
    return redirect ? movedTo(redirect) : page
  }
}

function movedTo({ target, status }: { target: string; status: number }): Captured {
  return {
    status,
    headers: { location: target, 'content-type': 'text/plain; charset=utf-8' },
    body: Buffer.from(`Moved to ${target}\n`),
  }
}
