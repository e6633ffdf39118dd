import type { Metadata } from 'next'
import { Button } from '@/app/_components/newsroom/button'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { SelectField } from '@/app/_components/newsroom/form-field'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { Pagination } from '@/app/_components/newsroom/pagination'
import { pageNumber } from '@/lib/list-page'
import { mayModerateSomewhere } from '@/lib/moderation/moderation-policy'
import { TABS, type Tab } from '@/lib/moderation/queue'
import { countQueue, listQueue } from '@/lib/moderation/queue-queries'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { getSections, getSite } from '@/lib/site/site-queries'
import { UndoForm } from './decision-form'
import { QueuedComment } from './queued-comment'

export const metadata: Metadata = { title: 'Moderation' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const NAMES: Record<Tab, string> = {
  pending: 'Pending',
  reported: 'Reported',
  new: 'New',
  approved: 'Approved',
  rejected: 'Rejected',
  appeals: 'Appeals',
}

const DONE: Record<string, string> = {
  approve: 'Approved.',
  reject: 'Rejected; its author is told why.',
  spam: 'Marked as spam.',
  reopen: 'Undone: the comment is pending again.',
}

/** What waits for a moderator, and what was decided. */
export default async function ModerationPage({ searchParams }: Props) {
  const viewer = await requireRight(mayModerateSomewhere, paths.moderation())
  const parameters = await searchParams
  const tab = TABS.find((name) => name === parameters.tab) ?? 'pending'
  const [site, sections] = await Promise.all([getSite(), getSections()])
  const section = sections.find(({ slug }) => slug === parameters.section)?.slug ?? null
  const [counts, { cards, page, pages, total }] = await Promise.all([
    countQueue(viewer, section),
    listQueue(viewer, { tab, section, page: pageNumber(parameters.page) }),
  ])
  const address = (more: Record<string, string>) =>
    paths.moderation(`?${new URLSearchParams({ tab, ...(section && { section }), ...more })}`)
  return (
    <>
      <PageHead title="Moderation" />
      <Told done={parameters.done} about={parameters.about} tab={tab} />
      <nav className="numbers-spans" aria-label="Queues">
        {TABS.map((name) => (
          <a key={name} href={address({ tab: name })} aria-current={name === tab ? 'page' : undefined}>
            {`${NAMES[name]} ${counts[name].toLocaleString('en-GB')}`}
          </a>
        ))}
      </nav>
      <form className="desk-filters" action={paths.moderation()} aria-label="Find comments">
        <input type="hidden" name="tab" value={tab} />
        <SelectField
          name="section"
          label="Section"
          options={[{ value: '', label: 'All' }, ...sections.map(({ slug, name }) => ({ value: slug, label: name }))]}
          defaultValue={section ?? ''}
        />
        <Button>Find</Button>
      </form>
      {cards.length === 0 ? (
        <EmptyState title="All clear. Nothing waiting." />
      ) : (
        <ol className="queue">
          {cards.map((comment) => (
            <QueuedComment key={comment.id} comment={comment} tab={tab} place={site} />
          ))}
        </ol>
      )}
      <Pagination
        page={page}
        pages={pages}
        total={total}
        things={total === 1 ? 'comment' : 'comments'}
        address={(number) => address({ page: String(number) })}
      />
    </>
  )
}

type ToldProps = { done: string | string[] | undefined; about: string | string[] | undefined; tab: Tab }

function Told({ done, about, tab }: ToldProps) {
  const words = DONE[String(done)]
  if (!words) return null
  const [commentId = 0, revision = 0] = String(about).split('.').map(Number)
  return (
    <Notice tone="success">
      <p>{words}</p>
      {done !== 'reopen' && commentId > 0 && <UndoForm commentId={commentId} revision={revision} tab={tab} />}
    </Notice>
  )
}
