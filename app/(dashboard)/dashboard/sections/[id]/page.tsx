import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { mayChangeSettings } from '@/lib/site/site-policy'
import { getSections } from '@/lib/site/site-queries'
import { SectionForm } from '../section-form'

export const metadata: Metadata = { title: 'Section' }

type Props = { params: Promise<{ id: string }> }

/** One section. */
export default async function SectionDeskPage({ params }: Props) {
  const { id } = await params
  await requireRight(mayChangeSettings, paths.sectionsDesk())
  const section = (await getSections()).find((each) => String(each.id) === id)
  if (!section) notFound()
  return (
    <>
      <PageHead
        title={section.name}
        back={{ label: 'Sections', address: paths.sectionsDesk() }}
        intro={<a href={paths.section(section.slug)}>See it in the paper</a>}
      />
      <SectionForm section={section} />
    </>
  )
}
