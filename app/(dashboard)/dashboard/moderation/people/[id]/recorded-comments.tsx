import { Badge, type Tone } from '@/app/_components/newsroom/badge'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { Pagination } from '@/app/_components/newsroom/pagination'
import type { CommentState } from '@/lib/comments/comment'
import { formatMoment, type Place } from '@/lib/dates'
import type { ListPage } from '@/lib/list-page'
import type { RecordedComment } from '@/lib/moderation/person-record'
import { paths } from '@/lib/paths'

export const STATE_NAMES: Record<CommentState, string> = {
  approved: 'Approved',
  pending: 'Pending',
  rejected: 'Rejected',
  spam: 'Spam',
}

const TONES: Record<CommentState, Tone> = {
  approved: 'success',
  pending: 'warning',
  rejected: 'danger',
  spam: 'danger',
}

type Props = {
  list: ListPage<RecordedComment>
  place: Place
  address: (page: number) => string
  /** Where something is done about its author because of it; null for a viewer who does nothing. */
  act: ((comment: number) => string) | null
}

/** What somebody said, with the story it was said under and what became of it. */
export function RecordedComments({ list: { cards, page, pages, total }, place, address, act }: Props) {
  if (total === 0) return <EmptyState title="No comments">There are none like this.</EmptyState>
  return (
    <>
      <ol className="record-comments">
        {cards.map((comment) => (
          <li key={comment.id}>
            <p className="desk-meta">
              <Badge tone={TONES[comment.state]}>{STATE_NAMES[comment.state]}</Badge>{' '}
              <time dateTime={comment.createdAt.toISOString()}>{formatMoment(comment.createdAt, place)}</time>
              {comment.isEdited && ' · edited'}
              {comment.isDeleted && ' · deleted by its author'}
              {comment.openReports > 0 && ` · ${reportsWords(comment.openReports)}`}
            </p>
            <p className="record-body" dir="auto">
              {comment.body}
            </p>
            <p className="desk-meta">
              On <a href={paths.comment(comment.article, comment.id)}>{comment.article.headline}</a>
              {comment.decidedReason && ` · ${comment.decidedReason}`}
              {act && (
                <>
                  {' · '}
                  <a href={act(comment.id)} aria-label={`Act on comment ${comment.id}`}>
                    Act on this
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      <Pagination
        page={page}
        pages={pages}
        total={total}
        things={total === 1 ? 'comment' : 'comments'}
        address={address}
      />
    </>
  )
}

function reportsWords(reports: number): string {
  return reports === 1 ? '1 open report' : `${reports} open reports`
}
