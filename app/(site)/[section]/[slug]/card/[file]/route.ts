import { answerCard } from '@/app/_components/cards/answer-card'
import { getArticleAt } from '@/lib/articles/article-queries'
import { faceOfArticle } from '@/lib/cards/card-face'
import { movedTo, notFound, refusal } from '@/lib/feeds/machine-answer'
import { paths, readPart } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'

type Context = { params: Promise<{ section: string; slug: string; file: string }> }

/** The card of an article, for those who show a link to it. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { section, slug, file } = await params
  const found = await getArticleAt(readPart(section), readPart(slug))
  switch (found.is) {
    case 'article': {
      const { article } = found
      return answerCard(faceOfArticle(article, await getSite()), file, (version) => paths.card(version, article))
    }
    case 'moved':
      return movedTo(paths.card(file.replace(/\..*/, ''), { slug: found.slug, section: { slug: found.section } }))
    case 'killed':
      return refusal(410, 'This article was withdrawn.')
    case 'nothing':
      return notFound()
  }
}
