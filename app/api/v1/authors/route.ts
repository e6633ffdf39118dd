import { authorsSchema } from '@/lib/api/answer-schemas'
import { authorOf, imageOf } from '@/lib/api/answers'
import { writeNameCursor } from '@/lib/api/cursor'
import { readNameQuestion } from '@/lib/api/parameters'
import { answer, answering, nextOf } from '@/lib/api/responses'
import { getAuthors } from '@/lib/authors/author-list'

/** The authors of public articles, by their handle. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const asked = new URL(request.url)
    const { authors, hasMore } = await getAuthors(readNameQuestion(asked.searchParams))
    const last = authors.at(-1)
    return answer(authorsSchema, {
      authors: authors.map(({ portrait, ...author }) => ({
        ...author,
        ...authorOf(author),
        portrait: portrait && imageOf(portrait),
      })),
      next: nextOf(asked, hasMore && last ? writeNameCursor(last.handle) : null),
    })
  })
}
