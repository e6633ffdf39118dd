import { type ArticleCard as Card, moodOf } from '@/lib/articles/article'
import { dayInZone, formatClock, formatDay, formatMonth } from '@/lib/dates'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'
import { CardText } from '../articles/article-card'
import { Picture } from '../ui/picture'
import '@/app/styles/lists.css'

type ArticleListProps = {
  cards: Card[]
  /** Under which headings; `clock` has none, for articles of one day. */
  by: 'day' | 'month' | 'clock'
  site: Site
}

/** Articles, newest first, under the day or the month that they were published in. */
export function ArticleList({ cards, by, site }: ArticleListProps) {
  return groups(cards, by, site).map(({ name, title, members }) => (
    <section key={name} className="list-group" aria-label={title}>
      {by !== 'clock' && (
        <h2>
          <a href={paths.archive(name)}>{title}</a>
        </h2>
      )}
      <ol className="rows">
        {members.map((card) => (
          <li key={card.id}>
            {by === 'clock' && <Clock moment={card.publishedAt} site={site} />}
            <article className={`card row mood-${moodOf(card)}`} lang={card.language} dir={card.direction}>
              <CardText card={card} level={by === 'clock' ? 2 : 3} hasTrail dated={by === 'month' ? site : undefined} />
              {card.image && (
                <Picture image={card.image} sizes="(min-width: 48rem) 11rem, 6rem" ratio="card" decorative />
              )}
            </article>
          </li>
        ))}
      </ol>
    </section>
  ))
}

function Clock({ moment, site }: { moment: Date; site: Site }) {
  return (
    <time className="clock" dateTime={moment.toISOString()}>
      {formatClock(moment, site)}
    </time>
  )
}

type Group = { name: string; title: string; members: Card[] }

function groups(cards: Card[], by: ArticleListProps['by'], site: Site): Group[] {
  const found = new Map<string, Group>()
  for (const card of cards) {
    const name = dayInZone(card.publishedAt, site.zone).slice(0, by === 'month' ? 7 : 10)
    const title = by === 'month' ? formatMonth(card.publishedAt, site) : formatDay(card.publishedAt, site)
    const group = found.get(name)
    if (group) group.members.push(card)
    else found.set(name, { name, title, members: [card] })
  }
  return [...found.values()]
}
