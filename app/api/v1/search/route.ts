import { foundSchema } from '@/lib/api/answer-schemas'
import { foundOf } from '@/lib/api/answers'
import { writeSearchCursor } from '@/lib/api/cursor'
import { readSearchQuestion } from '@/lib/api/parameters'
import { answer, answering, nextOf } from '@/lib/api/responses'
import { searchArticles } from '@/lib/search/search-queries'

/** Public articles that have what is looked for, best or newest first. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const asked = new URL(request.url)
    const { search, limit, after } = readSearchQuestion(asked.searchParams)
    const { asOf, offset } = after ?? { asOf: new Date(), offset: 0 }
    const found = await searchArticles(search, { limit, offset, asOf })
    const reached = offset + limit
    const next = nextOf(asked, reached < found.total ? writeSearchCursor({ asOf, offset: reached }) : null)
    return answer(foundSchema, { ...(await foundOf(search, found)), next })
  })
}
