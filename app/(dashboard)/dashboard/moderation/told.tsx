import { Notice } from '@/app/_components/newsroom/notice'
import type { QueuePlace } from '@/lib/moderation/queue'
import { UndoForm } from './decision-form'

const DONE: Record<string, string> = {
  approve: 'Approved.',
  reject: 'Rejected; its author is told why.',
  spam: 'Marked as spam.',
  escalate: 'Left to other moderators.',
  reopen: 'It is pending again.',
  undo: 'Undone: the comment is as it was before.',
}

type Props = {
  done: string
  /** The decision that can be undone; 0 for none. */
  undo: number
  place: QueuePlace
}

/** What was just done, and the way back. */
export function Told({ done, undo, place }: Props) {
  const words = Object.hasOwn(DONE, done) ? DONE[done] : undefined
  if (!words) return null
  return (
    <Notice tone="success">
      <p>{words}</p>
      {Number.isSafeInteger(undo) && undo > 0 && <UndoForm decision={undo} place={place} label="Undo" />}
    </Notice>
  )
}
