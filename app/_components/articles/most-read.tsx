import { paths } from '@/lib/paths'
import { getMostRead } from '@/lib/reading/most-read-queries'

/** What other readers read most of late; nothing where nobody has read anything yet. */
export async function MostRead() {
  const cards = await getMostRead()
  if (cards.length === 0) return null
  return (
    <section className="block" aria-labelledby="most-read">
      <div className="block-head">
        <h2 id="most-read">Most read</h2>
      </div>
      <ol className="most-read">
        {cards.map((card) => (
          <li key={card.id} className="card">
            <h3 lang={card.language} dir={card.direction}>
              <a href={paths.article(card)}>{card.headline}</a>
            </h3>
          </li>
        ))}
      </ol>
    </section>
  )
}
