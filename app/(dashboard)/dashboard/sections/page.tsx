import type { Metadata } from 'next'
import { Badge } from '@/app/_components/newsroom/badge'
import { Button, ButtonLink } from '@/app/_components/newsroom/button'
import { type Column, DataTable } from '@/app/_components/newsroom/data-table'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { byName } from '@/lib/by-name'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import type { SectionSummary } from '@/lib/site/site'
import { mayChangeSettings } from '@/lib/site/site-policy'
import { getSections } from '@/lib/site/site-queries'
import { shiftSectionAction } from '@/lib/site/topic-actions'

export const metadata: Metadata = { title: 'Sections' }

type Props = { searchParams: Promise<{ done?: string }> }

const DONE = byName({ saved: 'The section is saved.', moved: 'The order is changed.' })

/** The sections, in the order of the navigation. */
export default async function SectionsPage({ searchParams }: Props) {
  await requireRight(mayChangeSettings, paths.sectionsDesk())
  const [{ done = '' }, sections] = await Promise.all([searchParams, getSections()])
  return (
    <>
      <PageHead
        title="Sections"
        intro="In the order of the navigation; the first eight stand in the row under the name."
        actions={
          <ButtonLink look="primary" href={paths.newSection()}>
            New section
          </ButtonLink>
        }
      />
      {DONE[done] && <Notice tone="success">{DONE[done]}</Notice>}
      <DataTable caption="Sections" columns={columns(sections)} rows={sections} rowKey={({ id }) => id} />
    </>
  )
}

function columns(sections: SectionSummary[]): Column<SectionSummary>[] {
  return [
    {
      head: 'Name',
      isName: true,
      cell: ({ id, name, slug }) => (
        <>
          <a href={paths.sectionDesk(id)}>{name}</a>
          <small>/{slug}</small>
        </>
      ),
    },
    { head: 'Holds', from: 'medium', cell: ({ kind }) => (kind === 'opinion' ? <Badge>Opinion</Badge> : 'News') },
    { head: 'Description', from: 'medium', cell: ({ description }) => description },
    {
      head: 'Order',
      cell: (section) => <Shift section={section} at={sections.indexOf(section)} of={sections.length} />,
    },
  ]
}

function Shift({ section: { id, name }, at, of }: { section: SectionSummary; at: number; of: number }) {
  return (
    <form action={shiftSectionAction} className="desk-row">
      <input type="hidden" name="id" value={id} />
      <Button isSmall name="way" value="up" disabled={at === 0} aria-label={`Move ${name} up`}>
        ↑
      </Button>
      <Button isSmall name="way" value="down" disabled={at === of - 1} aria-label={`Move ${name} down`}>
        ↓
      </Button>
    </form>
  )
}
