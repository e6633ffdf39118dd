import type { ReceiptLine } from '@/db/schema/receipts'
import { eachAtOnce } from '../../at-once'
import type { OwnAnswer } from '../../serving/own-port'

/** What the server sent. */
export type Fetched = Pick<OwnAnswer, 'status' | 'body' | 'milliseconds'>

/** What a receipt is made with: the real server, and a rendering that keeps nothing. */
export type House = {
  fetch: (address: string) => Promise<Fetched>
  /** What the newsroom has now; null where nothing is ever kept. */
  renderAnew: ((address: string) => Promise<{ status: number; body: Uint8Array }>) | null
}

/** How many addresses are asked for at once: as many as render at once. */
const AT_ONCE = 8

/** Rendered while somebody wrote, a page may differ from itself, and a server may be too busy: it is asked this often. */
const TRIES = 3

/** Before one that did not answer is asked again, in milliseconds. */
const PAUSE = 250

/**
 * Fetches every address, and then holds what was sent against a rendering of its own: what differs is old. All are
 * fetched before the first is rendered again, so that the times are those of readers.
 *
 * @returns the lines in the order of the addresses, and how long fetching all of them took, in milliseconds
 */
export async function checkAddresses(
  addresses: readonly string[],
  house: House,
): Promise<{ lines: ReceiptLine[]; milliseconds: number }> {
  const began = performance.now()
  const answers = await eachAtOnce(addresses, AT_ONCE, (address) => fetchOnce(address, house))
  const milliseconds = Math.round(performance.now() - began)
  const lines = await eachAtOnce(addresses, AT_ONCE, (address, index) =>
    judge(address, answers[index] as Answer, house),
  )
  return { lines, milliseconds }
}

type Answer = Fetched | null

async function fetchOnce(address: string, house: House): Promise<Answer> {
  return house.fetch(address).catch(() => null)
}

async function judge(address: string, first: Answer, house: House): Promise<ReceiptLine> {
  const milliseconds = Math.round((first?.milliseconds ?? 0) * 10) / 10
  let answer = first
  for (let attempt = 1; ; attempt += 1) {
    const status = answer?.status ?? 0
    const hasFailed = !answer || status >= 500 || status === 429
    if (answer && !hasFailed && (await isFresh(address, answer, house)))
      return { address, status, milliseconds, verdict: 'fresh' }
    if (attempt === TRIES) return { address, status, milliseconds, verdict: hasFailed ? 'failed' : 'old' }
    if (hasFailed) await new Promise((resolve) => setTimeout(resolve, PAUSE))
    answer = await fetchOnce(address, house)
  }
}

async function isFresh(address: string, { status, body }: Fetched, { renderAnew }: House): Promise<boolean> {
  if (!renderAnew) return true
  const now = await renderAnew(address)
  return now.status === status && Buffer.compare(now.body, body) === 0
}
