import type { KilledArticle } from '@/lib/articles/article'
import { formatMoment } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { answerWith } from '@/lib/serving/render-scope'
import type { Site } from '@/lib/site/site'
import { Stylesheet } from '../ui/stylesheet'
import { PublicPage } from './public-page'

/** The notice in the place of an article that was withdrawn; it answers 410. */
export function Gone({ article, site }: { article: KilledArticle; site: Site }) {
  answerWith(410)
  return (
    <PublicPage current={article.section.slug}>
      <Stylesheet name="notice" />
      <div className="notice">
        <p className="kicker">Withdrawn</p>
        <h1>This article was withdrawn</h1>
        <p>
          “{article.headline}” was withdrawn on {formatMoment(article.killedAt, site)}.
        </p>
        {article.notice && <p>{article.notice}</p>}
        <p>
          <a href={paths.section(article.section.slug)}>More from {article.section.name}</a>
        </p>
      </div>
    </PublicPage>
  )
}
