import { pageWindow } from '@/lib/list-page'

type PaginationProps = { page: number; pages: number; address: (page: number) => string }

/** Links to a list's other pages; none when there is one page. */
export function Pagination({ page, pages, address }: PaginationProps) {
  if (pages === 1) return null
  return (
    <nav className="pages" aria-label="Pages">
      <ul>
        {page > 1 && (
          <li>
            <a href={address(page - 1)} rel="prev">
              Previous
            </a>
          </li>
        )}
        {pageWindow(page, pages).map((number, index) => (
          <li key={number ?? `gap-${index}`}>
            {number === null ? <span>…</span> : <PageLink number={number} page={page} address={address} />}
          </li>
        ))}
        {page < pages && (
          <li>
            <a href={address(page + 1)} rel="next">
              Next
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

function PageLink({ number, page, address }: { number: number; page: number; address: (page: number) => string }) {
  return (
    <a href={address(number)} aria-current={number === page ? 'page' : undefined} aria-label={`Page ${number}`}>
      {number}
    </a>
  )
}
