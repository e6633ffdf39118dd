import { tagsSchema } from '@/lib/api/answer-schemas'
import { absolute } from '@/lib/api/api-paths'
import { writeNameCursor } from '@/lib/api/cursor'
import { readNameQuestion } from '@/lib/api/parameters'
import { answer, answering, nextOf } from '@/lib/api/responses'
import { paths } from '@/lib/paths'
import { getTags } from '@/lib/tags/tag-queries'

/** The tags of public articles, by their slug. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const asked = new URL(request.url)
    const { tags, hasMore } = await getTags(readNameQuestion(asked.searchParams))
    const last = tags.at(-1)
    return answer(tagsSchema, {
      tags: tags.map((tag) => ({ ...tag, address: absolute(paths.tag(tag.slug)) })),
      next: nextOf(asked, hasMore && last ? writeNameCursor(last.slug) : null),
    })
  })
}
