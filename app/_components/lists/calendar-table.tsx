import type { Calendar } from '@/lib/articles/archive-queries'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'
import { wordsOf } from './archive-neighbours'
import '@/app/styles/archive.css'

/** Months or days with how many articles each holds. */
export function CalendarTable({ periods, heading, site }: { periods: Calendar; heading: string; site: Site }) {
  return (
    <table className="calendar">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">Articles</th>
        </tr>
      </thead>
      <tbody>
        {periods.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row">
              <a href={paths.archive(name)}>{wordsOf(name, site)}</a>
            </th>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
