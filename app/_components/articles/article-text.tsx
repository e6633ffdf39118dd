import type { Article } from '@/lib/articles/article'
import { contentsOf, outlineOf } from '@/lib/articles/outline'
import { opensWithStandfirst } from '@/lib/articles/standfirst'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'
import { Picture } from '../ui/picture'
import { ArticleActions } from './article-actions'
import { ArticleBody } from './article-body'
import { ArticleHead } from './article-head'
import { Contents } from './contents'
import { Corrections } from './corrections'
import { Caption } from './figure'

type ArticleTextProps = {
  article: Article
  site: Site
  /** Whether there is something to show at the record of its changes. */
  hasChanges: boolean
  /** How many comments it has; null where there is no conversation. */
  comments: number | null
}

/** An article as it is read, from its kicker to its topics. */
export function ArticleText({ article, site, hasChanges, comments }: ArticleTextProps) {
  const isOpening = opensWithStandfirst(article)
  const outline = outlineOf(article.body)
  const grave = article.corrections.filter(({ kind }) => kind === 'correction' || kind === 'withdrawal')
  return (
    <article lang={article.language} dir={article.direction}>
      <ArticleHead
        article={article}
        site={site}
        hasStandfirst={article.standfirst !== '' && !isOpening}
        hasChanges={hasChanges}
      />
      <ArticleActions article={article} comments={comments} />
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
  )
}

/** The language that the common styles are made for. */
export function isEnglish(language: string): boolean {
  return /^en\b/i.test(language)
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
