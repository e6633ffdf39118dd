import type { Calendar, Neighbours } from '@/lib/articles/archive-queries'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'
import { ArchiveNeighbours } from './archive-neighbours'
import { CalendarTable } from './calendar-table'

type ArchiveYearsProps = { months: Calendar; site: Site; name?: string; neighbours?: Neighbours }

/** Years, newest first, with their months. */
export function ArchiveYears({ months, site, name, neighbours }: ArchiveYearsProps) {
  const years = [...new Set(months.map((month) => month.name.slice(0, 4)))]
  return (
    <>
      {years.length === 0 && <p className="nothing-yet">Nothing here yet.</p>}
      {years.map((year) => (
        <section key={year} className="list-group">
          <h2>{name ? 'Months' : <a href={paths.archive(year)}>{year}</a>}</h2>
          <CalendarTable periods={months.filter((month) => month.name.startsWith(year))} heading="Month" site={site} />
        </section>
      ))}
      {name && neighbours && <ArchiveNeighbours name={name} neighbours={neighbours} site={site} />}
    </>
  )
}
