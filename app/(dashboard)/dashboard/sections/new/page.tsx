import type { Metadata } from 'next'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { mayChangeSettings } from '@/lib/site/site-policy'
import { SectionForm } from '../section-form'

export const metadata: Metadata = { title: 'New section' }

/** Where a section is added. */
export default async function NewSectionPage() {
  await requireRight(mayChangeSettings, paths.newSection())
  return (
    <>
      <PageHead title="New section" back={{ label: 'Sections', address: paths.sectionsDesk() }} />
      <SectionForm />
    </>
  )
}
