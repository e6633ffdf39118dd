import { csvFile } from '../csv'
import { paths } from '../paths'
import { type ReadingNumbers, sourceName } from './numbers'

/** The tables that can be taken along. */
export const TABLES = ['stories', 'days', 'sections', 'sources'] as const
export type NumbersTable = (typeof TABLES)[number]

/** One table of the numbers, as a file for a spreadsheet. @param siteUrl for the addresses of articles */
export function numbersCsv(numbers: ReadingNumbers, table: NumbersTable, siteUrl: string): string {
  switch (table) {
    case 'stories':
      return csvFile(
        ['Article', 'Headline', 'Section', 'Address', 'Views', 'Told how far it was read', 'Read to the end'],
        numbers.stories.map(({ id, headline, section, slug, views, opened, whole }) => [
          String(id),
          headline,
          section.name,
          siteUrl + paths.article({ slug, section }),
          String(views),
          String(opened),
          String(whole),
        ]),
      )
    case 'days':
      return csvFile(
        ['Day', 'Views', 'Readers (estimate)'],
        numbers.days.map(({ day, views, readers }) => [day, String(views), readers === null ? '' : String(readers)]),
      )
    case 'sections':
      return csvFile(
        ['Section', 'Views'],
        numbers.sections.map(({ name, views }) => [name, String(views)]),
      )
    case 'sources':
      return csvFile(
        ['Source', 'Views'],
        numbers.sources.map(({ source, views }) => [sourceName(source), String(views)]),
      )
  }
}
