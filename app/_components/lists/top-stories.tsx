import type { FrontCard } from '@/lib/fronts/front'
import { ArticleCard } from '../articles/article-card'

/** What editors placed on a section's front, below its lead. */
export function TopStories({ cards }: { cards: FrontCard[] }) {
  return (
    <section aria-label="Top stories">
      <ul className="top-stories">
        {cards.map((card) => (
          <li key={card.id}>
            <ArticleCard
              card={card}
              level={2}
              size={card.size === 'big' ? 'big' : 'standard'}
              picture={card.size === 'big' ? '(min-width: 64rem) 24rem, (min-width: 40rem) 45vw, 100vw' : undefined}
              hasTrail={card.size === 'big'}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
