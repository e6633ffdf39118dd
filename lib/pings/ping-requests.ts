/** How each is told (https://www.w3.org/TR/websub/#publishing with `hub.mode=publish`; https://www.indexnow.org/documentation). */

export type Told = 'taken' | 'refused' | 'later'

/** A whole announcement may take this many milliseconds. */
const PATIENCE = 10_000

/** Tells a hub that a feed changed. @param feed its address, absolute */
export function tellHub(hub: string, feed: string, signal: AbortSignal): Promise<Told> {
  const body = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed })
  return post(hub, 'application/x-www-form-urlencoded', body.toString(), signal)
}

export type IndexNow = { key: string; endpoint: string }

/** Tells search engines that pages changed. @param pages their addresses, absolute, all below the site's origin */
export function tellSearchEngines(
  { key, endpoint }: IndexNow,
  siteUrl: string,
  pages: string[],
  signal: AbortSignal,
): Promise<Told> {
  const message = { host: new URL(siteUrl).host, key, keyLocation: `${siteUrl}/${key}.txt`, urlList: pages }
  return post(endpoint, 'application/json; charset=utf-8', JSON.stringify(message), signal)
}

/** Sends to the address that was set and to none that it names: a redirect is no answer, and nothing of one is read. */
async function post(address: string, type: string, body: string, signal: AbortSignal): Promise<Told> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': type, 'user-agent': 'Broadsheet' },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    })
    await response.body?.cancel()
    return meaningOf(response)
  } catch {
    return 'later'
  }
}

const ASK_AGAIN = new Set([408, 425, 429])

function meaningOf({ status, ok }: Response): Told {
  if (ok) return 'taken'
  return status >= 400 && status < 500 && !ASK_AGAIN.has(status) ? 'refused' : 'later'
}
