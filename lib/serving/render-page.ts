import { getRedirect } from '../site/redirect-queries'
import type { Captured } from './captured-response'
import type { ChangeFeed } from './change-feed'
import type { PrintedPage } from './press-messages'
import { askedStatus, inRenderScope, newRenderScope } from './render-scope'

/** What a public page is made with. */
type Means = {
  /** Gives the answer at a canonical address. */
  render: (address: string) => Promise<Captured>
  feed: Pick<ChangeFeed, 'lookNow'>
  /** What is made of the finished answer's bytes. */
  finish?: (answer: Captured) => Buffer
}

/** Renders a public page. @param isAnew from the database alone, whatever is remembered */
export type PagePrinter = (address: string, options?: { isAnew?: boolean }) => Promise<PrintedPage>

/** Makes public pages, with what was read for them. Where there is nothing, an address that was moved leads on. */
export function pagePrinter({ render, feed, finish = ({ body }) => body }: Means): PagePrinter {
  return async (address, { isAnew = false } = {}) => {
    const began = performance.now()
    // What another thread or process wrote must not be in what is remembered.
    feed.lookNow()
    const scope = newRenderScope({ isAnew })
    const answer = await inRenderScope(scope, () => answerAt(address, render))
    const body = finish(answer)
    const { reads, article, expiresAt } = scope
    const milliseconds = performance.now() - began
    return { ...answer, body, reads: [...reads], article, expiresAt, milliseconds }
  }
}

async function answerAt(address: string, render: Means['render']): Promise<Captured> {
  const captured = await render(address)
  const answer = { ...captured, status: askedStatus() ?? captured.status }
  if (answer.status !== 404) return answer
  const redirect = await getRedirect(address.split('?', 1)[0] as string)
  return redirect ? movedTo(redirect) : answer
}

function movedTo({ target, status }: { target: string; status: number }): Captured {
  return {
    status,
    headers: { location: target, 'content-type': 'text/plain; charset=utf-8' },
    body: Buffer.from(`Moved to ${target}\n`),
  }
}
