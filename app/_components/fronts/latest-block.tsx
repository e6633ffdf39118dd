import type { ArticleCard as Card } from '@/lib/articles/article'
import { dayInZone, formatClock, formatDate } from '@/lib/dates'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'
import { ArticleCard } from '../articles/article-card'

/** The newest articles, by the clock. */
export function LatestBlock({ cards, site }: { cards: Card[]; site: Site }) {
  if (cards.length === 0) return null
  const today = dayInZone(new Date(), site.zone)
  return (
    <section className="block" aria-labelledby="latest">
      <div className="block-head">
        <h2 id="latest">
          <a href={paths.latest()}>Latest</a>
        </h2>
        <a className="more" href={paths.latest()}>
          All latest
        </a>
      </div>
      <ol className="latest">
        {cards.map((card) => (
          <li key={card.id}>
            <time dateTime={card.publishedAt.toISOString()}>
              {dayInZone(card.publishedAt, site.zone) === today
                ? formatClock(card.publishedAt, site)
                : formatDate(card.publishedAt, site)}
            </time>
            <ArticleCard card={card} size="small" />
          </li>
        ))}
      </ol>
    </section>
  )
}
