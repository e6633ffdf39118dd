import type { NextRequest } from 'next/server'
import { readEnvironment } from '@/lib/env'
import { numbersFilterFrom } from '@/lib/numbers/numbers'
import { numbersCsv, TABLES } from '@/lib/numbers/numbers-csv'
import { readNumbers } from '@/lib/numbers/numbers-sql'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { getSite } from '@/lib/site/site-queries'

/** A table of the numbers as CSV: `table` names it, the rest of the query is the page's. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await requireStaff(paths.numbers())
  const parameters = Object.fromEntries(request.nextUrl.searchParams)
  const article = /^[1-9]\d{0,14}$/.test(parameters.article ?? '') ? Number(parameters.article) : null
  const table = TABLES.find((name) => name === parameters.table) ?? 'stories'
  const numbers = readNumbers(viewer, numbersFilterFrom(parameters, article), (await getSite()).zone)
  const name = `${table}-${numbers.days[0]?.day}-to-${numbers.days.at(-1)?.day}.csv`
  return new Response(numbersCsv(numbers, table, readEnvironment().siteUrl), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}
