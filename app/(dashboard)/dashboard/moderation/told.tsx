import { Notice } from '@/app/_components/newsroom/notice'
import { byName } from '@/lib/by-name'
import { readId } from '@/lib/comments/comment-input'
import { MOST_AT_ONCE } from '@/lib/moderation/bulk-decision'
import { listOf, type QueuePlace, queueAddress, readStaleMark } from '@/lib/moderation/queue'
import { findOwnReply } from '@/lib/moderation/reply-queries'
import { findStale, type LeftAlone as Left } from '@/lib/moderation/stale-decision'
import type { Viewer } from '@/lib/people/viewer'
import { TakeOverForm, UndoForm } from './decision-form'
import { FreshMessage } from './fresh-message'
import { SentReply } from './sent-reply'

const DONE = byName<[one: string, many: string]>({
  approve: ['Approved.', 'comments approved.'],
  reject: ['Rejected; its author is told why.', 'comments rejected; their authors are told why.'],
  spam: ['Marked as spam.', 'comments marked as spam.'],
  escalate: ['Left to other moderators.', 'comments left to other moderators.'],
  reopen: ['It is pending again.', 'comments are pending again.'],
  pick: ['Picked. It stands among the editors’ picks.', ''],
  unpick: ['It is no longer picked.', ''],
  'take-over': ['You have taken it over. Whoever looked at it is told.', ''],
  suspended: ['Its author is suspended, and is told why.', ''],
  reply: ['Your reply is published, and whoever it answers is told.', ''],
  'approve-reply': ['Approved, and your reply is published.', ''],
  'reply-held': ['Your reply is held: another moderator decides on it.', ''],
  banned: ['Its author is shut out, and is told why.', ''],
  undo: ['Undone: the comment is as it was before.', 'Undone: the comments are as they were before.'],
})

type Props = {
  viewer: Viewer
  parameters: Record<string, string | string[] | undefined>
  place: QueuePlace
}

/** What was just done, and what was not, as the address says. */
export async function WhatWasDone({ viewer, parameters: { done, undo, stale, reply }, place }: Props) {
  const marks = listIn(stale)
    .map(readStaleMark)
    .filter((mark) => mark !== null)
  const decisions = listIn(undo)
    .filter((id) => /^[1-9]\d{0,14}$/.test(id))
    .map(Number)
  return (
    <>
      <LeftAlone comments={await findStale(viewer, marks)} place={place} />
      <Told done={String(done ?? '')} undo={decisions} place={place} reply={await findReply(viewer, reply)} />
    </>
  )
}

async function findReply(viewer: Viewer, given: unknown) {
  const id = typeof given === 'string' ? readId(given) : null
  return id === null ? null : findOwnReply(viewer, id)
}

const listIn = (given: unknown) =>
  String(given ?? '')
    .split(',')
    .slice(0, MOST_AT_ONCE)

type ToldProps = {
  done: string
  /** The decisions that can be undone. */
  undo: number[]
  place: QueuePlace
  /** A reply that was sent. */
  reply: { to: number; address: string } | null
}

/** What was just done, and the way back. */
function Told({ done, undo, place, reply }: ToldProps) {
  const words = DONE[done]
  if (!words) return null
  return (
    <FreshMessage key={[...undo, reply?.address].join()}>
      <Notice tone="success">
        <p>{undo.length > 1 ? `${undo.length} ${words[1]}` : words[0]}</p>
        {reply && <SentReply {...reply} />}
        {undo.length > 0 && <UndoForm decisions={undo} place={place} label={undo.length > 1 ? 'Undo all' : 'Undo'} />}
      </Notice>
    </FreshMessage>
  )
}

/** The comments that were to be decided on and were not, each by its name, and why. */
function LeftAlone({ comments, place }: { comments: Left[]; place: QueuePlace }) {
  if (comments.length === 0) return null
  return (
    <Notice
      tone="danger"
      title={comments.length === 1 ? 'One comment was left alone' : `${comments.length} comments were left alone`}
    >
      <ul>
        {comments.map((comment) => (
          <li key={comment.id} dir="auto">
            {comment.signature === null
              ? comment.words
              : `${comment.signature}, “${comment.excerpt}”: ${comment.words}`}
            {place.open !== comment.id && <WayIn comment={comment} place={place} />}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** To the comment by itself, where what was written for its author still stands. */
function WayIn({ comment: { id, signature, isClaimed }, place }: { comment: Left; place: QueuePlace }) {
  if (signature === null) return null
  const alone = { ...listOf(place), open: id, isAlone: true }
  if (isClaimed) return <TakeOverForm id={id} signature={signature} place={alone} />
  return (
    <>
      {' '}
      <a href={queueAddress(alone)}>
        Read it again<span className="unseen">, the comment of {signature}</span>
      </a>
    </>
  )
}
