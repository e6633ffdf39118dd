import type { ArticleCard as Card } from '@/lib/articles/article'
import { ArticleCard } from './article-card'

/** What to read after an article. */
export function RelatedArticles({ cards }: { cards: Card[] }) {
  if (cards.length === 0) return null
  return (
    <section className="block" aria-labelledby="related">
      <div className="block-head">
        <h2 id="related">You may also like</h2>
      </div>
      <ul className="related">
        {cards.map((card) => (
          <li key={card.id}>
            <ArticleCard card={card} picture="(min-width: 64rem) 18rem, (min-width: 40rem) 45vw, 100vw" />
          </li>
        ))}
      </ul>
    </section>
  )
}
