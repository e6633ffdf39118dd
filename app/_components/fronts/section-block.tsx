import type { ArticleCard as Card } from '@/lib/articles/article'
import { paths } from '@/lib/paths'
import { ArticleCard, CardText } from '../articles/article-card'
import { Picture } from '../ui/picture'

type SectionBlockProps = { section: { slug: string; name: string; kind: 'news' | 'opinion' }; cards: Card[] }

/** A section's newest on the front page: one picture and the rest in words; opinion by who says it. */
export function SectionBlock({ section, cards }: SectionBlockProps) {
  const id = `section-${section.slug}`
  return (
    <section className="block" aria-labelledby={id}>
      <div className="block-head">
        <h2 id={id}>
          <a href={paths.section(section.slug)}>{section.name}</a>
        </h2>
        <a className="more" href={paths.section(section.slug)}>
          More {section.name.toLowerCase()}
        </a>
      </div>
      {section.kind === 'opinion' ? <Voices cards={cards.slice(0, 4)} /> : <Stories cards={cards} />}
    </section>
  )
}

function Stories({ cards }: { cards: Card[] }) {
  const pictured = cards.find((card) => card.image !== null)
  const ordered = pictured ? [pictured, ...cards.filter((card) => card !== pictured)] : cards.slice(0, 4)
  return (
    <ul className={pictured ? 'section-cards' : 'section-cards even'}>
      {ordered.map((card, index) => (
        <li key={card.id}>
          <ArticleCard
            card={card}
            size={index === 0 && pictured ? 'big' : 'standard'}
            picture={index === 0 ? '(min-width: 64rem) 18.5rem, (min-width: 40rem) 45vw, 100vw' : undefined}
            hasTrail={index === 0}
          />
        </li>
      ))}
    </ul>
  )
}

function Voices({ cards }: { cards: Card[] }) {
  return (
    <ul className="section-cards even">
      {cards.map((card) => (
        <li key={card.id}>
          <article
            className={`card mood-opinion ${card.portrait ? 'by-portrait' : ''}`}
            lang={card.language}
            dir={card.direction}
          >
            {card.portrait && (
              <span className="portrait">
                <Picture image={card.portrait} sizes="56px" ratio="square" decorative />
              </span>
            )}
            <CardText card={card} />
          </article>
        </li>
      ))}
    </ul>
  )
}
