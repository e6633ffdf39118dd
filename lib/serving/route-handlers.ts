import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Captured } from './captured-response'
import type { Shape } from './press-messages'

type Params = Record<string, string | string[]>
type Handler = (request: Request, context: { params: Promise<Params> }) => Response | Promise<Response>

/** An address of the application by its shape; the handler where it needs nothing of Next's. */
export type Route = { shape: string; GET: Handler | null }

/** Where the build puts the handlers (`lib/operating/build.mjs`). */
export const ROUTE_MODULE = 'routes.mjs'

/** @param edition the folder of the build that is served */
export async function loadRoutes(edition: string): Promise<Route[]> {
  return ((await import(pathToFileURL(join(edition, ROUTE_MODULE)).href)) as { routes: Route[] }).routes
}

/** What the counter has to know of them. */
export function shapesOf(routes: Route[]): Shape[] {
  return routes.map(({ shape, GET }) => ({ shape, isDirect: GET !== null }))
}

/** Tells what is answered without Next. @param shapes the most particular first */
export function directAddresses(shapes: Shape[]): (address: string) => boolean {
  const find = finder(shapes)
  return (address) => find(address)?.found.isDirect ?? false
}

/**
 * Answers what machines ask for, feeds and the read API, past Next: their handlers take a request and give a response, and
 * Next's way to them and back costs more than most of them do.
 *
 * @param routes the most particular first
 * @param siteUrl the site's own origin, which the request is said to have been sent to
 * @returns what gives the answer at an address; null where Next has to
 */
export function routeAnswerer(routes: Route[], siteUrl: string): (address: string) => Promise<Captured> | null {
  const find = finder(routes)
  return (address) => {
    const place = find(address)
    return place?.found.GET ? answerBy(place.found.GET, new URL(address, siteUrl), place.params) : null
  }
}

/** Finds the shape of an address among those. */
function finder<Shaped extends { shape: string }>(all: Shaped[]) {
  const shapes = all.map((found) => ({ found, pattern: patternOf(found.shape), names: namesIn(found.shape) }))
  return (address: string): { found: Shaped; params: Params } | null => {
    const [path = ''] = address.split('?', 1)
    if (isRewritten(path)) return null
    for (const { found, pattern, names } of shapes) {
      const match = pattern.exec(path)
      if (match) return { found, params: paramsOf(names, match) }
    }
    return null
  }
}

/** What next.config.js leads elsewhere. */
function isRewritten(path: string): boolean {
  return path.endsWith('.md')
}

type Name = { name: string; isMany: boolean }

function namesIn(shape: string): Name[] {
  return [...shape.matchAll(/\[\[?(\.\.\.)?([\w-]+)\]/g)].map(([, dots, name]) => ({
    name: name as string,
    isMany: dots !== undefined,
  }))
}

function patternOf(shape: string): RegExp {
  const parts = shape.split('/').slice(1)
  const written = parts.map((part) => {
    if (part.startsWith('[[...')) return '(?:/(.+))?'
    if (part.startsWith('[...')) return '/(.+)'
    return part.startsWith('[') ? '/([^/]+)' : `/${part.replaceAll(/[.*+?^${}()|\\]/g, '\\$&')}`
  })
  return new RegExp(`^${written.join('')}$`)
}

function paramsOf(names: Name[], match: RegExpExecArray): Params {
  return Object.fromEntries(
    names.flatMap(({ name, isMany }, place) => {
      const part = match[place + 1]
      return part === undefined ? [] : [[name, isMany ? part.split('/') : part]]
    }),
  )
}

async function answerBy(handle: Handler, address: URL, params: Params): Promise<Captured> {
  const response = await handle(new Request(address), { params: Promise.resolve(params) })
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  }
}
