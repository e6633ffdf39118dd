import { articleSchema } from '@/lib/api/answer-schemas'
import { articleOf } from '@/lib/api/answers'
import { apiPaths } from '@/lib/api/api-paths'
import { answer, answering, movedTo, notFound, problem } from '@/lib/api/responses'
import { getArticleBySlug } from '@/lib/articles/article-queries'
import { readPart } from '@/lib/paths'

type Context = { params: Promise<{ slug: string }> }

/** A public article, whole; where it went, or the notice of one that was withdrawn. */
export function GET(_: Request, { params }: Context): Promise<Response> {
  return answering(async () => {
    const found = await getArticleBySlug(readPart((await params).slug))
    if (found.is === 'article') return answer(articleSchema, articleOf(found.article))
    if (found.is === 'moved') return movedTo(apiPaths.article(found.slug))
    if (found.is === 'nothing') return notFound('There is no article at this address.')
    const { notice, killedAt } = found.article
    const detail = notice || 'This article was withdrawn.'
    return problem({ type: 'about:blank', status: 410, detail, withdrawnAt: killedAt.toISOString() })
  })
}
