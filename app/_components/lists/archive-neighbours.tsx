import type { Neighbours } from '@/lib/articles/archive-queries'
import { formatDate, formatMonth } from '@/lib/dates'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'

/** Links to the periods before and after, to the one around, and to the whole archive. */
export function ArchiveNeighbours({ name, neighbours, site }: { name: string; neighbours: Neighbours; site: Site }) {
  const { previous, next } = neighbours
  const around = name.slice(0, -3)
  return (
    <nav className="pages" aria-label="Archive">
      <ul>
        {previous && (
          <li>
            <a href={paths.archive(previous)} rel="prev">
              ← {wordsOf(previous, site)}
            </a>
          </li>
        )}
        <li>
          <a href={paths.archive(around)}>{around ? wordsOf(around, site) : 'All years'}</a>
        </li>
        {next && (
          <li>
            <a href={paths.archive(next)} rel="next">
              {wordsOf(next, site)} →
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** “2026”, “November 2026” or “24 Nov 2026” */
export function wordsOf(name: string, site: Site): string {
  const [year = 0, month, day] = name.split('-').map(Number)
  if (!month) return name
  // A calendar's date has no zone: it is put into words where its midnight is.
  const place = { zone: 'UTC', language: site.language }
  const date = new Date(Date.UTC(year, month - 1, day ?? 1))
  return day ? formatDate(date, place) : formatMonth(date, place)
}
