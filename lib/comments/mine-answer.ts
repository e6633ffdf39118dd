import { barredOfCookie } from '../people/standing-queries'
import { viewerOfCookie } from '../people/viewer-of-cookie'
import { readId } from './comment-input'
import { getMine } from './mine-queries'

/**
 * What of an article’s conversation belongs to whoever asks: their own comments, marks and choices. Whoever is banned has
 * none any more, and is told why.
 */
export async function answerMine(request: Request): Promise<Response> {
  const cookies = request.headers.get('cookie') ?? ''
  const viewer = await viewerOfCookie(cookies)
  if (!viewer) {
    const barred = await barredOfCookie(cookies)
    return barred
      ? // No refusal: a browser would note one on its console, and being told is what is asked for.
        Response.json({ barred })
      : Response.json({ title: 'Sign in first.' }, { status: 401 })
  }
  const articleId = readId(new URL(request.url).searchParams.get('article') ?? '')
  const mine = articleId === null ? null : await getMine(viewer, articleId)
  return mine ? Response.json(mine) : Response.json({ title: 'There is no such article.' }, { status: 404 })
}
