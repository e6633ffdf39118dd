import { pageWindow } from '@/lib/list-page'

type PaginationProps = {
  page: number
  pages: number
  /** How many there are in all. */
  total: number
  /** There are more, and nobody counted how many. */
  isMore?: boolean
  /** What they are, such as `people`. */
  things: string
  address: (page: number) => string
}

/** How many there are, and links to the other pages of the list. */
export function Pagination({ page, pages, total, isMore = false, things, address }: PaginationProps) {
  return (
    <div className="desk-pages">
      <p>
        {isMore && 'More than '}
        {total.toLocaleString('en-GB')} {things}
      </p>
      {pages > 1 && (
        <nav aria-label="Pages">
          <ul>
            {page > 1 && <PageLink address={address(page - 1)} words="Previous" />}
            {pageWindow(page, pages).map((number, index) => (
              <li key={number ?? `gap-${index}`}>
                {number === null ? (
                  <span>…</span>
                ) : (
                  <a
                    href={address(number)}
                    aria-label={`Page ${number}`}
                    aria-current={number === page ? 'page' : undefined}
                  >
                    {number}
                  </a>
                )}
              </li>
            ))}
            {page < pages && <PageLink address={address(page + 1)} words="Next" />}
          </ul>
        </nav>
      )}
    </div>
  )
}

function PageLink({ address, words }: { address: string; words: string }) {
  return (
    <li>
      <a href={address}>{words}</a>
    </li>
  )
}
