import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { articleMetadata } from '@/app/_components/articles/article-metadata'
import { ArticleText, isEnglish } from '@/app/_components/articles/article-text'
import { MostRead } from '@/app/_components/articles/most-read'
import { RelatedArticles } from '@/app/_components/articles/related-articles'
import { CommentsSection } from '@/app/_components/comments/comments-section'
import { Gone } from '@/app/_components/site/gone'
import { NotFound } from '@/app/_components/site/not-found'
import { PublicPage } from '@/app/_components/site/public-page'
import { StructuredData } from '@/app/_components/site/structured-data'
import { Stylesheet } from '@/app/_components/ui/stylesheet'
import type { Article } from '@/lib/articles/article'
import { getArticleAt, getRelated } from '@/lib/articles/article-queries'
import { hasChanges } from '@/lib/articles/change-queries'
import { hasConversation } from '@/lib/comments/comment'
import { getConversation } from '@/lib/comments/comment-queries'
import { type CommentView, isFirstView, readView } from '@/lib/comments/comment-view'
import { readEnvironment } from '@/lib/env'
import { paths, readPart } from '@/lib/paths'
import { isPageOf } from '@/lib/serving/render-scope'
import { getSite } from '@/lib/site/site-queries'
import { articleData } from '@/lib/structured-data/structured-data'

type Props = {
  params: Promise<{ section: string; slug: string }>
  searchParams: Promise<Record<string, string | undefined>>
}

const find = async ({ params }: Pick<Props, 'params'>) => {
  const { section, slug } = await params
  return getArticleAt(readPart(section), readPart(slug))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props)
  if (found.is === 'killed') return { title: 'Withdrawn', robots: { index: false } }
  if (found.is !== 'article') return { title: 'Page not found', robots: { index: false } }
  return articleMetadata(found.article, await getSite(), readEnvironment().siteUrl)
}

export default async function ArticlePage(props: Props) {
  const found = await find(props)
  switch (found.is) {
    case 'article':
      return <ArticleDocument article={found.article} view={await viewIn(props)} />
    case 'moved':
      return permanentRedirect(paths.article({ slug: found.slug, section: { slug: found.section } }))
    case 'killed':
      return <Gone article={found.article} site={await getSite()} />
    case 'nothing':
      return <NotFound />
  }
}

async function viewIn({ searchParams }: Props): Promise<CommentView> {
  const query = await searchParams
  return readView((name) => query[name])
}

async function ArticleDocument({ article, view }: { article: Article; view: CommentView }) {
  const [site, related, conversation, isChanged] = await Promise.all([
    getSite(),
    getRelated(article.id),
    getConversation(article.id, view),
    hasChanges(article.id),
  ])
  if (!conversation) return <NotFound />
  // Who turns the pages of a conversation is not another reader of the article.
  if (isFirstView(view)) isPageOf(article.id)
  const { total } = conversation
  const isTalked = hasConversation(article, site, total, new Date())
  return (
    <PublicPage current={article.section.slug} kind="article">
      {!isEnglish(article.language) && <Stylesheet name="languages" />}
      <StructuredData data={articleData(article, { site, siteUrl: readEnvironment().siteUrl })} />
      <ArticleText article={article} site={site} hasChanges={isChanged} comments={isTalked ? total : null} />
      <RelatedArticles cards={related} />
      <CommentsSection article={article} conversation={conversation} site={site} />
      <MostRead />
    </PublicPage>
  )
}
