import { moodOf } from '@/lib/articles/article'
import type { FrontCard, HomeFront } from '@/lib/fronts/front'
import { paths } from '@/lib/paths'
import { ArticleCard, CardText } from '../articles/article-card'
import { Picture } from '../ui/picture'

/** The top of the front: the lead between the news and the opinion of the day. */
export function LeadBlock({ front }: { front: HomeFront }) {
  return (
    <div className="lead-block">
      <section className="side" aria-label="Top news">
        <Stack cards={front.news} />
      </section>
      {front.lead && <Lead card={front.lead} />}
      <section className="side" aria-label="Voices">
        <Stack cards={front.opinion} />
      </section>
    </div>
  )
}

function Lead({ card }: { card: FrontCard }) {
  return (
    <section className="lead" aria-label="Lead story">
      <article className={`card mood-${moodOf(card)}`} lang={card.language} dir={card.direction}>
        {card.image && (
          <Picture image={card.image} sizes="(min-width: 64rem) 38rem, 100vw" ratio="wide" isFirst decorative />
        )}
        <CardText card={card} level={2} hasTrail isSigned />
      </article>
      {card.sublinks.length > 0 && (
        <ul className="sublinks">
          {card.sublinks.map((link) => (
            <li key={link.id}>
              <a href={paths.article(link)} lang={link.language} dir={link.direction}>
                {link.headline}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Stack({ cards }: { cards: FrontCard[] }) {
  return (
    <ul className="stack">
      {cards.map((card, index) => (
        <li key={card.id}>
          <ArticleCard
            card={card}
            level={2}
            size={index === 0 || card.size === 'big' ? 'big' : 'standard'}
            hasTrail={index === 0}
          />
        </li>
      ))}
    </ul>
  )
}
