import { Badge } from '@/app/_components/newsroom/badge'
import { REPORT_WORDS } from '@/lib/comments/comment'
import { formatMoment, type Place } from '@/lib/dates'
import type { Decision } from '@/lib/moderation/decision'
import { type QueuePlace, queueAddress } from '@/lib/moderation/queue'
import type { QueuedComment as Queued } from '@/lib/moderation/queue-queries'
import { paths } from '@/lib/paths'
import { BULK_FORM } from './bulk-form'
import { DecisionForm, PickForm, UndoForm } from './decision-form'

type Props = { comment: Queued; place: QueuePlace; zone: Place }

const DECIDED: Record<Decision, string> = {
  approve: 'Approved',
  reject: 'Rejected',
  spam: 'Marked as spam',
  escalate: 'Escalated',
  reopen: 'Reopened',
}

/** A comment with everything around it that helps to decide, and the forms that do. */
export function QueuedComment({ comment, place, zone }: Props) {
  const { id, personId, standing, signature, createdAt, article, inReplyTo, reports, reasons, appeal } = comment
  const only = (filter: Partial<QueuePlace['filter']>) =>
    queueAddress({ ...place, filter: { ...place.filter, ...filter }, page: 1 })
  return (
    <li className="queue-comment" tabIndex={-1} data-comment={id}>
      <p className="desk-meta">
        <label className="queue-mark">
          <input type="checkbox" name="item" value={`${id}.${comment.revision}.${comment.seen}`} form={BULK_FORM} />
          <span className="unseen">Mark the comment of {signature}</span>
        </label>
        <strong>
          {personId === null ? (
            signature
          ) : (
            <a href={paths.moderatedPerson(personId)} data-key="b">
              {signature}
            </a>
          )}
        </strong>{' '}
        <time dateTime={createdAt.toISOString()}>{formatMoment(createdAt, zone)}</time> · {article.section.name} ·{' '}
        <a href={paths.comment(article, id)}>{article.headline}</a>
        {comment.isEdited && ' · edited'} {comment.state === 'spam' && <Badge tone="danger">Spam</Badge>}{' '}
        {comment.isEscalated && <Badge tone="warning">Escalated</Badge>}
        {comment.isPicked && <Badge tone="success">Editors’ pick</Badge>}
      </p>
      {inReplyTo && (
        <p className="desk-meta queue-parent" dir="auto">
          In reply to {inReplyTo.signature}: “{inReplyTo.body.slice(0, 200)}”
        </p>
      )}
      <p className="record-body" dir="auto">
        {comment.body.map(({ text, isMatched }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
          isMatched ? <mark key={index}>{text}</mark> : text,
        )}
      </p>
      {reasons.length > 0 && <p className="desk-meta">Automatic: {reasons.join(' ')}</p>}
      {comment.decidedReason && <p className="desk-meta">Its author was told: {comment.decidedReason}</p>}
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
      {standing && (
        <div className="desk-row">
          <p className="desk-meta">
            {DECIDED[standing.decision]} by {standing.by ?? 'somebody who has left'},{' '}
            <time dateTime={standing.at.toISOString()}>{formatMoment(standing.at, zone)}</time>
          </p>
          <UndoForm decisions={[standing.id]} place={place} label="Undo this decision" />
        </div>
      )}
      <DecisionForm comment={comment} place={place} isUndoable={standing !== null} />
      {comment.state === 'approved' && <PickForm comment={comment} place={place} />}
      <p className="desk-meta desk-row">
        <a href={only({ story: article.slug })}>Only this story</a>
        <a href={only({ person: signature })}>Only {signature}</a>
      </p>
    </li>
  )
}
