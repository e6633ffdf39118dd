import { kickerOf, moodOf } from '@/lib/articles/article'
import { formatDate } from '@/lib/dates'
import { paths } from '@/lib/paths'
import type { SearchResult } from '@/lib/search/search-queries'
import type { Piece } from '@/lib/search/snippet'
import type { Site } from '@/lib/site/site'

/** What was found, with what was looked for marked in it. */
export function SearchResults({ results, site }: { results: SearchResult[]; site: Site }) {
  if (results.length === 0) return null
  return (
    <ol className="search-results">
      {results.map(({ card, headline, snippet }) => (
        <li key={card.id}>
          <article className={`card mood-${moodOf(card)}`} lang={card.language} dir={card.direction}>
            <p className="kicker" lang={card.kicker ? undefined : site.language}>
              {kickerOf(card)}
            </p>
            <h2>
              <a href={paths.article(card)}>
                <Marked pieces={headline} />
              </a>
            </h2>
            {snippet.length > 0 && (
              <p className="trail">
                <Marked pieces={snippet} />
              </p>
            )}
            <p className="meta" lang={site.language} dir="auto">
              <time dateTime={card.publishedAt.toISOString()}>{formatDate(card.publishedAt, site)}</time>
            </p>
          </article>
        </li>
      ))}
    </ol>
  )
}

function Marked({ pieces }: { pieces: Piece[] }) {
  let position = 0
  return pieces.map(({ text, isMatch }) => {
    const key = position
    position += text.length
    return isMatch ? <mark key={key}>{text}</mark> : text
  })
}
