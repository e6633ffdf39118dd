import { Notice } from '@/app/_components/newsroom/notice'
import { formatMoment, formatTime, type Place } from '@/lib/dates'
import type { QueuedItem } from '@/lib/moderation/item-queries'
import type { KeptWords } from '@/lib/moderation/kept-words'
import type { QueuePlace } from '@/lib/moderation/queue'
import { paths } from '@/lib/paths'
import { mayRestrain } from '@/lib/people/person-policy'
import type { Viewer } from '@/lib/people/viewer'
import { DecisionForm, PickForm, TakeOverForm } from './decision-form'
import { Around, Earlier, History, PersonLine, WrittenDown } from './item-parts'
import { Looking } from './looking'
import { CommentBody, Evidence, Marks, Standing } from './queued-row'
import { ReplyForm } from './reply-form'
import { ShutOutForm } from './shut-out-form'

type Props = {
  item: QueuedItem
  viewer: Viewer
  place: QueuePlace
  /** The comment that is looked at after a decision; null for none. */
  next: number | null
  /** The reply that was just sent, if any: its form is empty again. */
  sent?: string
  /** What was written for its author when it could not be decided on; null for nothing. */
  kept: KeptWords | null
  zone: Place
}

/** One comment with everything around it that helps to decide, and the forms that do. */
export function QueueItem({ item, viewer, place, next, sent = '', kept, zone }: Props) {
  const { comment, above, below, replies, unanswerable, earlier, decisions, person, notes } = item
  const { id, signature, article, claim, createdAt } = comment
  return (
    <article className="queue-item" data-comment={id} aria-labelledby="item-title">
      <Looking id={id} claimedBy={claim?.by ?? null} />
      <header>
        <h2 id="item-title" tabIndex={-1}>
          <span className="unseen">Comment of </span>
          {signature}
        </h2>
        <PersonLine person={person} notes={notes} commentId={id} zone={zone} />
      </header>
      {claim && (
        <Notice tone="warning">
          <p>
            {claim.by} is looking at this comment since {formatTime(claim.since, zone)}.
          </p>
          <TakeOverForm id={id} signature={signature} place={place} />
        </Notice>
      )}
      <p className="item-story">
        <span className="desk-meta">{article.section.name}</span>{' '}
        <a href={paths.comment(article, id)}>{article.headline}</a>
      </p>
      <Around title="In reply to" comments={above} />
      <div className="item-text">
        <CommentBody body={comment.body} />
        <p className="desk-meta">
          <time dateTime={createdAt.toISOString()}>{formatMoment(createdAt, zone)}</time>
        </p>
      </div>
      <div className="item-evidence">
        <Marks comment={comment} />
        <Evidence comment={comment} />
      </div>
      <Standing comment={comment} place={place} zone={zone} />
      <fieldset className="item-deeds" disabled={claim !== null} aria-label="What to do">
        <DecisionForm {...{ comment, place, next, kept }} isUndoable={comment.standing !== null} />
        {comment.state === 'approved' && <PickForm comment={comment} place={place} />}
      </fieldset>
      {unanswerable === null ? (
        <ReplyForm
          key={`reply-${sent}`}
          comment={{ ...comment, isPending: comment.state === 'pending' }}
          place={place}
          next={next}
          obstacle={claim && `${claim.by} is looking at this comment: take it over to reply.`}
        />
      ) : (
        <p className="desk-meta">No reply as staff: {unanswerable}</p>
      )}
      {person && !person.bannedAt && mayRestrain(viewer, person) && (
        <ShutOutForm person={person} commentId={id} place={place} />
      )}
      <Around title={replies > below.length ? `The first of ${replies} replies` : 'Replies'} comments={below} />
      <Earlier texts={earlier} zone={zone} />
      <History decisions={decisions} zone={zone} />
      <WrittenDown person={person} notes={notes} zone={zone} />
    </article>
  )
}
