import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Badge } from '@/app/_components/newsroom/badge'
import { DataTable } from '@/app/_components/newsroom/data-table'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { mayWrite } from '@/lib/articles/article-policy'
import { type DueArticle, getDue } from '@/lib/articles/publish-queries'
import { formatMoment } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { getSite } from '@/lib/site/site-queries'

export const metadata: Metadata = { title: 'Due and late' }

const WORDS: Record<DueArticle['is'], string> = {
  late: 'Late: not out',
  scheduled: 'Goes out',
  'take-down': 'Is taken down',
  embargo: 'Embargo ends',
  deadline: 'Deadline',
}

/** What readers have nothing of yet. */
const HIDDEN = new Set<DueArticle['is']>(['scheduled', 'late', 'embargo', 'deadline'])

/** What is to happen when, and what should have. */
export default async function DuePage() {
  const viewer = await requireStaff(paths.due())
  if (!mayWrite(viewer)) notFound()
  const [due, site] = await Promise.all([getDue(viewer), getSite()])
  return (
    <>
      <PageHead title="Due and late" intro={`Times are the newsroom’s (${site.zone}).`} />
      {due.length === 0 ? (
        <EmptyState title="Nothing is due." />
      ) : (
        <DataTable
          caption="Articles that are due"
          rows={due}
          rowKey={({ id, is }) => `${id}-${is}`}
          columns={[
            { head: 'When', cell: ({ at }) => formatMoment(at, site) },
            {
              head: 'What',
              cell: ({ is }) => <Badge tone={is === 'late' ? 'danger' : 'neutral'}>{WORDS[is]}</Badge>,
            },
            {
              head: 'Article',
              isName: true,
              cell: ({ id, is, headline, why }) => (
                <>
                  <a href={paths.publishSheet(id)}>{headline || 'No headline yet'}</a>
                  {HIDDEN.has(is) && (
                    <small className="desk-meta">
                      {' '}
                      <a href={`${paths.publishSheet(id)}#leaks`}>
                        Look for leaks<span className="unseen"> of {headline || 'an article without a headline'}</span>
                      </a>
                    </small>
                  )}
                  {why.length > 0 && <small className="desk-meta"> Held: {why.join(' ')}</small>}
                </>
              ),
            },
            { head: 'Section', from: 'medium', cell: ({ section }) => section },
          ]}
        />
      )}
    </>
  )
}
