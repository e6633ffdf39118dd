import type { Calendar, Neighbours } from '@/lib/articles/archive-queries'
import type { Site } from '@/lib/site/site'
import { ArchiveNeighbours } from './archive-neighbours'
import { CalendarTable } from './calendar-table'

/** The days of one month that have articles. */
export function ArchiveMonth({
  name,
  days,
  neighbours,
  site,
}: {
  name: string
  days: Calendar
  neighbours: Neighbours
  site: Site
}) {
  return (
    <>
      <CalendarTable periods={days} heading="Day" site={site} />
      <ArchiveNeighbours name={name} neighbours={neighbours} site={site} />
    </>
  )
}
