import type { ChangeKey } from '../write'
import type { StoredAnswer } from './page-cache'
import type { PrintedPage } from './press-messages'
import { PublicPages } from './public-pages'

/** Public pages over renderings that tests make up. */

type Settings = ConstructorParameters<typeof PublicPages>[0]

const opened: PublicPages[] = []

/** Pages that are closed again by `closePages`. */
export function openPages(render: Settings['render'], settings: Partial<Settings> = {}): PublicPages {
  const pages = new PublicPages({
    ...{ render, headers: ['x-house', 'yes'], limit: 10_000_000, renders: 4, waiting: 10 },
    ...{ catchUp: () => {}, onRender: () => {} },
    ...settings,
  })
  opened.push(pages)
  return pages
}

export function page(body: string, given: Partial<PrintedPage> = {}): PrintedPage {
  return {
    ...{ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(body) },
    ...{ reads: [], expiresAt: Number.POSITIVE_INFINITY, milliseconds: 1 },
    ...given,
  }
}

/** A newsroom that can be changed: its pages say which version they show, and are counted. */
export function newsroom(keys: ChangeKey[] = ['article:1']) {
  const room = { version: 1, renders: 0, render: async () => page('') }
  room.render = async () => {
    room.renders += 1
    return page(`version ${room.version}`, { reads: keys })
  }
  return room
}

/** A rendering that ends when it is told to. */
export function held() {
  const waiting = new Map<string, (answer: PrintedPage) => void>()
  return {
    render: (address: string) => new Promise<PrintedPage>((resolve) => waiting.set(address, resolve)),
    started: () => [...waiting.keys()],
    finish: (address: string) => waiting.get(address)?.(page(address)),
  }
}

export const text = (answer: StoredAnswer | null) => answer?.body.identity.toString() ?? null
export const settle = () => new Promise((resolve) => setImmediate(resolve))

export function closePages(): void {
  for (const pages of opened.splice(0)) pages.close()
}
