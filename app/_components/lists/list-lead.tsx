import { type ArticleCard, moodOf } from '@/lib/articles/article'
import type { FrontCard } from '@/lib/fronts/front'
import { paths } from '@/lib/paths'
import { CardText } from '../articles/article-card'
import { Picture } from '../ui/picture'

/** The article that opens a section's front. */
export function ListLead({ card, sublinks = [] }: { card: ArticleCard; sublinks?: FrontCard['sublinks'] }) {
  return (
    <div className={`list-lead card card-big mood-${moodOf(card)}`} lang={card.language} dir={card.direction}>
      {card.image && (
        <Picture
          image={card.image}
          sizes="(min-width: 80rem) 46rem, (min-width: 48rem) 60vw, 100vw"
          ratio="card"
          isFirst
          decorative
        />
      )}
      <div>
        <CardText card={card} level={2} hasTrail />
        {sublinks.length > 0 && (
          <ul className="sublinks">
            {sublinks.map((link) => (
              <li key={link.id}>
                <a href={paths.article(link)}>{link.headline}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
