import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { ArticleActions } from '@/app/_components/articles/article-actions'
import { ArticleBody } from '@/app/_components/articles/article-body'
import { ArticleHead } from '@/app/_components/articles/article-head'
import { articleMetadata } from '@/app/_components/articles/article-metadata'
import { Contents } from '@/app/_components/articles/contents'
import { Corrections } from '@/app/_components/articles/corrections'
import { Caption } from '@/app/_components/articles/figure'
import { MostRead } from '@/app/_components/articles/most-read'
import { RelatedArticles } from '@/app/_components/articles/related-articles'
import { CommentsSection } from '@/app/_components/comments/comments-section'
import { Gone } from '@/app/_components/site/gone'
import { NotFound } from '@/app/_components/site/not-found'
import { PublicPage } from '@/app/_components/site/public-page'
import { ReaderModules } from '@/app/_components/site/reader-modules'
import { StructuredData } from '@/app/_components/site/structured-data'
import { Picture } from '@/app/_components/ui/picture'
import { Stylesheet } from '@/app/_components/ui/stylesheet'
import type { Article } from '@/lib/articles/article'
import { type ArticleBody as ArticleContent, typesIn } from '@/lib/articles/article-body'
import { getArticleAt, getRelated } from '@/lib/articles/article-queries'
import { hasChanges } from '@/lib/articles/change-queries'
import { contentsOf, outlineOf } from '@/lib/articles/outline'
import { opensWithStandfirst } from '@/lib/articles/standfirst'
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
  const isOpening = opensWithStandfirst(article)
  const outline = outlineOf(article.body)
  const grave = article.corrections.filter(({ kind }) => kind === 'correction' || kind === 'withdrawal')
  return (
    <PublicPage current={article.section.slug}>
      {!isEnglish(article.language) && <Stylesheet name="languages" />}
      <StructuredData data={articleData(article, { site, siteUrl: readEnvironment().siteUrl })} />
      <article lang={article.language} dir={article.direction}>
        <ArticleHead
          article={article}
          site={site}
          hasStandfirst={article.standfirst !== '' && !isOpening}
          hasChanges={isChanged}
        />
        <ArticleActions article={article} comments={isTalked ? total : null} />
        {article.image && (
          <figure className="hero">
            <Picture image={article.image} sizes="(min-width: 62rem) 60rem, 100vw" isFirst />
            <Caption caption={article.image.caption} credit={article.image.credit} />
          </figure>
        )}
        <Corrections corrections={grave} article={article} site={site} />
        <KeyPoints points={article.keyPoints} language={site.language} />
        <div className="story">
          <Contents entries={contentsOf(outline)} />
          <ArticleBody
            body={article.body}
            images={article.images}
            outline={outline}
            dateline={article.dateline}
            opensWithStandfirst={isOpening}
          />
        </div>
        <footer className="article-foot">
          {article.contributors && <p className="contributors">{article.contributors}</p>}
          <Corrections corrections={article.corrections} article={article} site={site} />
          <Tags tags={article.tags} />
          <ArticleActions article={article} />
        </footer>
      </article>
      <RelatedArticles cards={related} />
      <CommentsSection article={article} conversation={conversation} site={site} />
      <MostRead />
      <ReaderModules names={modulesFor(article.body)} />
      {isTalked && <ReaderModules names={['conversation']} />}
    </PublicPage>
  )
}

/** The language that the common styles are made for. */
function isEnglish(language: string): boolean {
  return /^en\b/i.test(language)
}

/** The scripts that the parts of a body are better with. */
function modulesFor(body: ArticleContent): string[] {
  const types = typesIn(body)
  return [
    'share',
    'save',
    'depth',
    ...(types.has('gallery') ? ['gallery'] : []),
    ...(types.has('embed') ? ['embed'] : []),
  ]
}

/** @param language of the paper's own words */
function KeyPoints({ points, language }: { points: string[]; language: string }) {
  if (points.length === 0) return null
  return (
    <section className="key-points" aria-labelledby="key-points">
      <h2 id="key-points" lang={language}>
        Key points
      </h2>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )
}

function Tags({ tags }: { tags: Article['tags'] }) {
  if (tags.length === 0) return null
  return (
    <nav aria-label="Topics">
      <ul className="tags">
        {tags.map(({ slug, spelling }) => (
          <li key={slug}>
            <a href={paths.tag(slug)} rel="tag">
              #{spelling}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
