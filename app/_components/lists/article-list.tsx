import { type ArticleCard as Card, moodOf } from '@/lib/articles/article'
import { dayInZone, formatDay, formatMonth } from '@/lib/dates'
import type { Site } from '@/lib/site/site'
import { CardText } from '../articles/article-card'
import { Picture } from '../ui/picture'

/** Articles, newest first, under the day or the month that they were published in. */
export function ArticleList({ cards, by, site }: { cards: Card[]; by: 'day' | 'month'; site: Site }) {
  return groups(cards, by, site).map(({ title, members }) => (
    <section key={title} className="list-group" aria-label={title}>
      <h2>{title}</h2>
      <ol className="rows">
        {members.map((card) => (
          <li key={card.id}>
            <article className={`card row mood-${moodOf(card)}`} lang={card.language} dir={card.direction}>
              <CardText card={card} hasTrail dated={by === 'month' ? site : undefined} />
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

function groups(cards: Card[], by: 'day' | 'month', site: Site): { title: string; members: Card[] }[] {
  const found = new Map<string, { title: string; members: Card[] }>()
  for (const card of cards) {
    const key = dayInZone(card.publishedAt, site.zone).slice(0, by === 'day' ? 10 : 7)
    const title = by === 'day' ? formatDay(card.publishedAt, site) : formatMonth(card.publishedAt, site)
    const group = found.get(key)
    if (group) group.members.push(card)
    else found.set(key, { title, members: [card] })
  }
  return [...found.values()]
}
