import type { Metadata } from 'next'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'

export const metadata: Metadata = { title: 'Overview' }

/** The first page of the newsroom. */
export default async function OverviewPage() {
  const viewer = await requireStaff(paths.dashboard())
  return <PageHead title={`Hello, ${viewer.name}`} />
}
