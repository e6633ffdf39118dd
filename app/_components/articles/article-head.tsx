import { Fragment } from 'react'
import { type Article, kickerOf } from '@/lib/articles/article'
import { readingMinutes } from '@/lib/articles/reading-time'
import { ageOf, dayInZone, formatMoment, formatTime, isoInZone, longMoment } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { expiresAt } from '@/lib/serving/render-scope'
import type { Site } from '@/lib/site/site'
import { TextSize } from './text-size'

/** What stands above an article: what it is, what it says, who says it and when. */
export function ArticleHead({
  article,
  site,
  hasStandfirst,
  hasChanges,
}: {
  article: Article
  site: Site
  hasStandfirst: boolean
  /** Whether there is something to show at the record of its changes. */
  hasChanges: boolean
}) {
  const kicker = kickerOf(article)
  const { section } = article
  return (
    <header className="article-head">
      <p className="kicker">
        {article.kicker ? `${kicker} / ` : kicker !== section.name && <span lang={site.language}>{kicker} / </span>}
        <a href={paths.section(section.slug)} lang={site.language}>
          {section.name}
        </a>
      </p>
      <h1>{article.headline}</h1>
      {hasStandfirst && <p className="standfirst">{article.standfirst}</p>}
      <AgeWarning publishedAt={article.publishedAt} site={site} />
      <Byline article={article} site={site} hasChanges={hasChanges} />
    </header>
  )
}

function AgeWarning({ publishedAt, site }: { publishedAt: Date; site: Site }) {
  const { words, until } = ageOf(publishedAt, new Date())
  expiresAt(until)
  return (
    words && (
      <p className="age" lang={site.language} dir="auto">
        This article is {words}
      </p>
    )
  )
}

function Byline({ article, site, hasChanges }: { article: Article; site: Site; hasChanges: boolean }) {
  const { bylines, dateline, publishedAt, updatedAt, words } = article
  return (
    <div className="byline">
      {bylines.length > 0 && (
        <p className="names" lang={site.language} dir="auto">
          By{' '}
          {bylines.map(({ handle, name }, index) => (
            <Fragment key={handle}>
              {separator(index, bylines.length)}
              <a href={paths.author(handle)} rel="author">
                {name}
              </a>
            </Fragment>
          ))}
          {dateline && ` in ${dateline}`}
        </p>
      )}
      <p lang={site.language} dir="auto">
        Published <Moment moment={publishedAt} words={formatMoment(publishedAt, site)} site={site} />
        {updatedAt && (
          <>
            {' · '}Updated <Moment moment={updatedAt} words={updatedWords(publishedAt, updatedAt, site)} site={site} />
          </>
        )}
        {hasChanges && (
          <>
            {' · '}
            <a className="what-changed" href={paths.changes(article)}>
              What changed
            </a>
          </>
        )}
        {` · ${readingMinutes(words)} min read`}
      </p>
      <TextSize site={site} />
    </div>
  )
}

/** A moment in the newsroom's zone; its title gives the second. */
export function Moment({ moment, words, site }: { moment: Date; words: string; site: Site }) {
  return (
    <time dateTime={isoInZone(moment, site.zone)} title={longMoment(moment, site)}>
      {words}
    </time>
  )
}

/** On the day of publication the time says enough. */
function updatedWords(publishedAt: Date, updatedAt: Date, site: Site): string {
  const isSameDay = dayInZone(publishedAt, site.zone) === dayInZone(updatedAt, site.zone)
  return isSameDay ? formatTime(updatedAt, site) : formatMoment(updatedAt, site)
}

function separator(index: number, count: number): string {
  if (index === 0) return ''
  return index === count - 1 ? ' and ' : ', '
}
