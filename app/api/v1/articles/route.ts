import { articlesSchema } from '@/lib/api/answer-schemas'
import { summaryOf } from '@/lib/api/answers'
import { writeArticleCursor } from '@/lib/api/cursor'
import { readArticleQuestion } from '@/lib/api/parameters'
import { answer, answering, nextOf } from '@/lib/api/responses'
import { getSelection } from '@/lib/articles/article-selection'
import { withUpdates } from '@/lib/articles/updated-cards'

/** Public articles, newest first. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const asked = new URL(request.url)
    const { filter, limit, after } = readArticleQuestion(asked.searchParams)
    const { cards, hasMore } = await getSelection(filter, { limit, after })
    const last = cards.at(-1)
    const next = nextOf(asked, hasMore && last ? writeArticleCursor(last) : null)
    return answer(articlesSchema, { articles: (await withUpdates(cards)).map(summaryOf), next })
  })
}
