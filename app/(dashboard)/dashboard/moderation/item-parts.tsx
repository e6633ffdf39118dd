import type { ReactNode } from 'react'
import { Badge } from '@/app/_components/newsroom/badge'
import { formatDate, formatMoment, formatMonth, type Place } from '@/lib/dates'
import type { PastDecision, QueuedItem, ThreadComment } from '@/lib/moderation/item-queries'
import type { PersonRecord } from '@/lib/moderation/person-record'
import { paths } from '@/lib/paths'
import { DEED_NAMES } from './people/[id]/deed-names'
import { DECIDED } from './queued-row'

type PersonProps = Pick<QueuedItem, 'person' | 'notes'> & { zone: Place }

/** Who wrote it, in one line, with the way to all that is known of them. */
export function PersonLine({ person, notes, commentId, zone }: PersonProps & { commentId: number }) {
  if (!person) return <p className="desk-meta">The account is gone.</p>
  const { id, createdAt, bannedAt, suspendedUntil, shadowHold } = person
  const isSuspended = suspendedUntil !== null && suspendedUntil > new Date()
  return (
    <p className="desk-meta item-person">
      <span>Joined {formatMonth(createdAt, zone)}</span>
      <span>{shareWords(person)}</span>
      {notes !== null && notes.length > 0 && <span>{notes.length === 1 ? '1 note' : `${notes.length} notes`}</span>}
      {bannedAt && <Badge tone="danger">Banned</Badge>}
      {!bannedAt && isSuspended && <Badge tone="warning">Suspended to {formatDate(suspendedUntil, zone)}</Badge>}
      {!bannedAt && shadowHold && <Badge tone="warning">Held</Badge>}
      <a href={paths.moderatedPerson(id, `?comment=${commentId}`)} data-key="b">
        Record of {person.name}
      </a>
    </p>
  )
}

function shareWords({ states: { approved, rejected, spam } }: PersonRecord): string {
  const decided = approved + rejected + spam
  if (decided === 0) return 'nothing decided on yet'
  return `${Math.round(((rejected + spam) / decided) * 100)} % rejected of ${decided.toLocaleString('en-GB')}`
}

/** Comments above or below it, in their order. */
export function Around({ title, comments }: { title: string; comments: ThreadComment[] }) {
  if (comments.length === 0) return null
  return (
    <ItemPart title={title}>
      <ol className="item-thread">
        {comments.map(({ id, signature, badge, body, state }) => (
          <li key={id} dir="auto">
            <strong>{signature}</strong> {badge && <Badge tone="accent">{badge}</Badge>}{' '}
            {state !== 'approved' && <Badge>{state}</Badge>}{' '}
            <span className="record-body">{body ?? 'Deleted by its author.'}</span>
          </li>
        ))}
      </ol>
    </ItemPart>
  )
}

/** What it said before it was edited. */
export function Earlier({ texts, zone }: { texts: QueuedItem['earlier']; zone: Place }) {
  if (texts.length === 0) return null
  return (
    <ItemPart title={texts.length === 1 ? 'Before its edit' : `Before its ${texts.length} edits`}>
      <ol className="item-thread">
        {texts.map(({ revision, body, replacedAt }) => (
          <li key={revision} dir="auto">
            <span className="record-body">{body}</span>{' '}
            <span className="desk-meta">until {formatMoment(replacedAt, zone)}</span>
          </li>
        ))}
      </ol>
    </ItemPart>
  )
}

/** What moderators made of it. */
export function History({ decisions, zone }: { decisions: PastDecision[]; zone: Place }) {
  if (decisions.length === 0) return null
  return (
    <ItemPart title="Decisions">
      <ol className="item-history">
        {decisions.map((past) => (
          <li key={past.id}>
            <strong>{past.decision === 'undo' ? 'Undone' : DECIDED[past.decision]}</strong> by{' '}
            {past.by ?? 'somebody who has left'}, {formatMoment(past.at, zone)}
            {past.told && `: ${past.told}`}
            {past.isOfEarlierText && ', about an earlier text'}
            {past.isUndone && ' (undone)'}
          </li>
        ))}
      </ol>
    </ItemPart>
  )
}

const MOST_NOTES = 3

/** What moderators noted about whoever wrote it, and did because of what they wrote. */
export function WrittenDown({ person, notes, zone }: PersonProps) {
  const deeds = person?.deeds.slice(0, MOST_NOTES) ?? []
  return (
    <>
      {notes !== null && notes.length > 0 && (
        <ItemPart title="Notes">
          <ol className="item-thread">
            {notes.slice(0, MOST_NOTES).map((note) => (
              <li key={note.id} dir="auto">
                <span className="record-body">{note.body}</span>{' '}
                <span className="desk-meta">
                  {note.writer}, {formatMoment(note.writtenAt, zone)}
                </span>
              </li>
            ))}
          </ol>
        </ItemPart>
      )}
      {deeds.length > 0 && (
        <ItemPart title="What was done about its author">
          <ol className="item-history">
            {deeds.map(({ id, at, actor, action, reason }) => (
              <li key={id}>
                <strong>{DEED_NAMES[action] ?? action}</strong> by {actor}, {formatMoment(at, zone)}
                {reason && `: ${reason}`}
              </li>
            ))}
          </ol>
        </ItemPart>
      )}
    </>
  )
}

function ItemPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="item-part" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
