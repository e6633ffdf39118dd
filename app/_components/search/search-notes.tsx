import { ListCount } from '@/app/_components/lists/list-head'
import { paths } from '@/lib/paths'
import { LONGEST_QUERY, type Search, searchQuery } from '@/lib/search/search-input'
import type { SearchPage } from '@/lib/search/search-queries'
import type { SectionSummary } from '@/lib/site/site'

type Asked = { search: Search; found: SearchPage }

/** How much was found, and what was done with the question on the way. */
export function SearchNotes({ search, found }: Asked) {
  return (
    <div className="search-notes">
      <ListCount list={found} nouns={['result', 'results']} />
      {search.isCut && <p>Only the first {LONGEST_QUERY} characters of your search were used.</p>}
      {found.correction && <Correction search={search} correction={found.correction} />}
    </div>
  )
}

function Correction({ search, correction }: { search: Search; correction: NonNullable<SearchPage['correction']> }) {
  const exact = paths.search(searchQuery({ ...search, query: correction.exactly, page: 1 }))
  const link = (
    <a href={exact}>
      Search only for <q>{search.query}</q>
    </a>
  )
  if (correction.is === 'instead') {
    return (
      <p>
        Nothing has <q>{search.query}</q>. These are results for <strong>{correction.words}</strong>. {link}
      </p>
    )
  }
  return (
    <p>
      Results for <strong>{correction.words}</strong> are among these. {link}
    </p>
  )
}

/** What a reader can do when there is nothing. */
export function NothingFound({ search, found, sections }: Asked & { sections: SectionSummary[] }) {
  const everywhere = paths.search(searchQuery({ query: search.query }))
  return (
    <div className="search-nothing">
      <h2>
        Nothing was found for <q>{search.query}</q>
      </h2>
      {found.isFilteredOut ? (
        <p>
          There is something outside what you narrowed the search to: <a href={everywhere}>search everything</a>.
        </p>
      ) : (
        <p>Check the spelling, or try fewer or other words. Or look around in a section:</p>
      )}
      <ul>
        {sections.map(({ slug, name }) => (
          <li key={slug}>
            <a href={paths.section(slug)}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
