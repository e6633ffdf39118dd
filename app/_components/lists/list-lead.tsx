import { type ArticleCard, moodOf } from '@/lib/articles/article'
import { CardText } from '../articles/article-card'
import { Picture } from '../ui/picture'

/** The article that opens a section's front. */
export function ListLead({ card }: { card: ArticleCard }) {
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
      <CardText card={card} level={2} hasTrail />
    </div>
  )
}
