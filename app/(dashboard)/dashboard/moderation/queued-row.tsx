import { Badge } from '@/app/_components/newsroom/badge'
import { REPORT_WORDS } from '@/lib/comments/comment'
import { formatMoment, type Place } from '@/lib/dates'
import type { Decision } from '@/lib/moderation/decision'
import type { KeptWords } from '@/lib/moderation/kept-words'
import { listOf, type QueuePlace, queueAddress } from '@/lib/moderation/queue'
import type { QueuedComment } from '@/lib/moderation/queue-queries'
import { paths } from '@/lib/paths'
import { BULK_FORM } from './bulk-form'
import { DecisionForm, PickForm, UndoForm } from './decision-form'
import { LookedAtBy } from './queue-now'

type Props = { comment: QueuedComment; place: QueuePlace; zone: Place }

export const DECIDED: Record<Decision, string> = {
  approve: 'Approved',
  reject: 'Rejected',
  spam: 'Marked as spam',
  escalate: 'Escalated',
  reopen: 'Reopened',
}

/**
 * A comment in the list, with the forms that decide on it. Beside a pane it is a few lines that open it there; the forms
 * are in the pane then.
 */
export function QueuedRow({ comment, place, zone, kept }: Props & { kept: KeptWords | null }) {
  const { id, personId, signature, createdAt, article, inReplyTo } = comment
  const list = listOf(place)
  const only = (filter: Partial<QueuePlace['filter']>) =>
    queueAddress({ ...list, filter: { ...place.filter, ...filter }, page: 1 })
  return (
    <li
      className="queue-comment"
      tabIndex={-1}
      data-comment={id}
      data-by={signature}
      aria-current={place.open === id ? 'true' : undefined}
    >
      <div className="queue-line">
        <label className="queue-mark">
          <input type="checkbox" name="item" value={`${id}.${comment.revision}.${comment.seen}`} form={BULK_FORM} />
          <span className="unseen">Mark the comment of {signature}</span>
        </label>
        <a href={queueAddress({ ...list, open: id, isAlone: true })} className="queue-open" data-open={id}>
          <span className="unseen">Open the comment of </span>
          {signature}
        </a>
        <time dateTime={createdAt.toISOString()}>{formatMoment(createdAt, zone)}</time>
      </div>
      {inReplyTo && (
        <p className="desk-meta queue-parent" dir="auto">
          In reply to {inReplyTo.signature}: “{inReplyTo.body.slice(0, 200)}”
        </p>
      )}
      <CommentBody body={comment.body} />
      <Marks comment={comment} />
      <p className="desk-meta queue-under">
        {article.section.name} · <a href={paths.comment(article, id)}>{article.headline}</a>
      </p>
      <LookedAtBy id={id} />
      <div className="queue-whole">
        <Evidence comment={comment} />
        <Standing comment={comment} place={list} zone={zone} />
        <DecisionForm comment={comment} place={list} isUndoable={comment.standing !== null} kept={kept} />
        {comment.state === 'approved' && <PickForm comment={comment} place={list} />}
        <p className="desk-meta desk-row">
          <a href={only({ story: article.slug })}>Only this story</a>
          <a href={only({ person: signature })}>Only {signature}</a>
          {personId !== null && (
            <a href={paths.moderatedPerson(personId, `?comment=${id}`)} data-key="b">
              Record of {signature}
            </a>
          )}
        </p>
      </div>
    </li>
  )
}

/** What a comment says, with what the steps matched marked. */
export function CommentBody({ body }: Pick<QueuedComment, 'body'>) {
  return (
    <p className="record-body" dir="auto">
      {body.map(({ text, isMatched }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
        isMatched ? <mark key={index}>{text}</mark> : text,
      )}
    </p>
  )
}

/** What there is to know of a comment at a glance. */
export function Marks({ comment }: { comment: QueuedComment }) {
  const { reports, steps, state, isEscalated, isPicked, isEdited, appeal } = comment
  const isIllegal = reports.some((report) => report.isIllegal)
  return (
    <p className="queue-marks">
      {reports.length > 0 && (
        <Badge tone="danger">{`Reported ${reports.length}${isIllegal ? ', as illegal' : ''}`}</Badge>
      )}
      {state === 'spam' && <Badge tone="danger">Spam</Badge>}
      {appeal && <Badge tone="info">Appeal</Badge>}
      {isEscalated && <Badge tone="warning">Escalated</Badge>}
      {steps.map((step) => (
        <Badge key={step} tone="warning">
          {step[0]?.toUpperCase() + step.slice(1)}
        </Badge>
      ))}
      {isPicked && <Badge tone="success">Editors’ pick</Badge>}
      {isEdited && <Badge>Edited</Badge>}
    </p>
  )
}

/** Why it is here: what the steps said, what readers reported, what its author was told and says against it. */
export function Evidence({ comment: { reasons, decidedReason, appeal, reports } }: { comment: QueuedComment }) {
  return (
    <>
      {reasons.length > 0 && <p className="desk-meta">Automatic: {reasons.join(' ')}</p>}
      {decidedReason && <p className="desk-meta">Its author was told: {decidedReason}</p>}
      {appeal && (
        <p className="desk-meta" dir="auto">
          Appeal: {appeal}
        </p>
      )}
      {reports.length > 0 && (
        <ul className="desk-meta queue-reports">
          {reports.map((report) => (
            <li key={report.id} dir="auto">
              Reported{report.isIllegal && ' as illegal'}: {REPORT_WORDS[report.reason]}
              {report.details && `: ${report.details}`}
              {report.isIllegal && (
                <>
                  {' · '}
                  <a href={paths.illegalReport(report.id)}>Answer this report</a>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The decision that holds, and the way back. */
export function Standing({ comment: { standing }, place, zone }: Props) {
  if (!standing) return null
  return (
    <div className="desk-row">
      <p className="desk-meta">
        {DECIDED[standing.decision]} by {standing.by ?? 'somebody who has left'},{' '}
        <time dateTime={standing.at.toISOString()}>{formatMoment(standing.at, zone)}</time>
      </p>
      <UndoForm decisions={[standing.id]} place={place} label="Undo this decision" />
    </div>
  )
}
