import { Notice } from '@/app/_components/newsroom/notice'
import { byName } from '@/lib/by-name'
import type { QueuePlace } from '@/lib/moderation/queue'
import type { LeftAlone as Left } from '@/lib/moderation/stale-decision'
import { UndoForm } from './decision-form'
import { FreshMessage } from './fresh-message'

const DONE = byName<[one: string, many: string]>({
  approve: ['Approved.', 'comments approved.'],
  reject: ['Rejected; its author is told why.', 'comments rejected; their authors are told why.'],
  spam: ['Marked as spam.', 'comments marked as spam.'],
  escalate: ['Left to other moderators.', 'comments left to other moderators.'],
  reopen: ['It is pending again.', 'comments are pending again.'],
  pick: ['Picked. It stands among the editors’ picks.', ''],
  unpick: ['It is no longer picked.', ''],
  undo: ['Undone: the comment is as it was before.', 'Undone: the comments are as they were before.'],
})

type Props = {
  done: string
  /** The decisions that can be undone. */
  undo: number[]
  place: QueuePlace
}

/** What was just done, and the way back. */
export function Told({ done, undo, place }: Props) {
  const words = DONE[done]
  if (!words) return null
  return (
    <FreshMessage key={undo.join()}>
      <Notice tone="success">
        <p>{undo.length > 1 ? `${undo.length} ${words[1]}` : words[0]}</p>
        {undo.length > 0 && <UndoForm decisions={undo} place={place} label={undo.length > 1 ? 'Undo all' : 'Undo'} />}
      </Notice>
    </FreshMessage>
  )
}

/** The comments that were to be decided on and were not, each by its name, and why. */
export function LeftAlone({ comments }: { comments: Left[] }) {
  if (comments.length === 0) return null
  return (
    <Notice
      tone="danger"
      title={comments.length === 1 ? 'One comment was left alone' : `${comments.length} comments were left alone`}
    >
      <ul>
        {comments.map(({ id, signature, excerpt, words }) => (
          <li key={id} dir="auto">
            {signature === null ? words : `${signature}, “${excerpt}”: ${words}`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
