import type { SaveAnswer } from '@/lib/articles/editing/save-answer'
import { paths } from '@/lib/paths'

/** What a browser takes along when a page goes away, in bytes, with room for what else does (Fetch, “keepalive”). */
const MOST_OF_LAST = 60_000

/**
 * Sends one save to the server.
 *
 * @param isLast the page is going away: it is sent without waiting
 * @throws when there is no connection, or the server had no answer
 */
export async function sendSave(articleId: number, body: string, isLast: boolean): Promise<SaveAnswer> {
  const answer = await fetch(paths.articleSave(articleId), {
    ...{ method: 'POST', body, keepalive: isLast && body.length < MOST_OF_LAST },
    headers: { 'content-type': 'application/json', accept: 'application/json' },
  })
  if (answer.status >= 500 || answer.status === 429) throw new Error(`The server answered ${answer.status}.`)
  const text = await answer.text()
  try {
    return JSON.parse(text) as SaveAnswer
  } catch {
    return {
      outcome: 'refused',
      words: text.slice(0, 300) || `the server answered ${answer.status}.`,
      field: null,
      sendWhole: false,
    }
  }
}
