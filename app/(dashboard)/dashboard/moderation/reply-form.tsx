'use client'

import { useActionState, useEffect, useRef } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextArea } from '@/app/_components/newsroom/form-field'
import { LONGEST_COMMENT } from '@/lib/comments/comment'
import { NEW_FORM } from '@/lib/form-state'
import { type QueuePlace, queueAddress } from '@/lib/moderation/queue'
import { replyAction } from '@/lib/moderation/reply-action'
import { PlaceFields } from './decision-form'
import { keepReply, keptReply } from './kept-replies'

type Props = {
  comment: { id: number; revision: number; seen: number; signature: string; isPending: boolean }
  place: QueuePlace
  /** What is looked at afterwards, where the comment leaves the list by being answered. */
  next: number | null
  /** Why it cannot be sent at the moment; null when it can. */
  obstacle: string | null
}

/**
 * Answers a comment in the newsroom's name. What is typed stays on the device, in this tab, until it is sent: one looks at
 * another comment meanwhile, or has to sign in again.
 */
export function ReplyForm({ comment, place, next, obstacle }: Props) {
  const { id, revision, seen, signature, isPending: isWaiting } = comment
  // Without a script it is answered on the comment's own page, which is there when the comment has left the list.
  const page = queueAddress({ ...place, open: id, isAlone: true })
  const [{ errors, values }, send, isPending] = useActionState(replyAction, NEW_FORM, page)
  const whole = useRef<HTMLDetailsElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const kept = keptReply(id)
    if (!kept || !text.current || text.current.value !== '') return
    text.current.value = kept
    if (whole.current) whole.current.open = true
  }, [id])
  const isRefused = Object.keys(errors).length > 0
  return (
    <details className="desk-more item-reply" open={isRefused || undefined} ref={whole}>
      <summary>Reply as staff</summary>
      <form action={send} className="desk-form" noValidate>
        <ErrorSummary errors={errors.body ? { reply: errors.body } : errors} />
        <PlaceFields place={place} />
        <input type="hidden" name="commentId" value={id} />
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="seen" value={seen} />
        {next !== null && <input type="hidden" name="next" value={next} />}
        <TextArea
          name="body"
          id="reply"
          label={`Your reply to ${signature}`}
          hint={`It is signed with your name and marked as the newsroom’s. ${isWaiting ? 'The comment is approved with it. ' : ''}Up to ${LONGEST_COMMENT.toLocaleString('en')} characters.`}
          error={errors.body}
          defaultValue={values.body}
          onChange={(event) => keepReply(id, event.target.value)}
          readOnly={isPending}
          rows={4}
          dir="auto"
          required
          ref={text}
        />
        {obstacle && <p className="desk-meta">{obstacle}</p>}
        <div className="desk-row">
          <Button isSmall look="primary" disabled={isPending || obstacle !== null}>
            {isWaiting ? 'Approve and reply' : 'Post reply'}
          </Button>
        </div>
      </form>
    </details>
  )
}

/** What was typed in answer to a comment that its author deleted meanwhile, to take along. */
export function UnsentReply({ id, place }: { id: number; place: QueuePlace }) {
  const page = queueAddress({ ...place, open: id, isAlone: true })
  const [{ values }] = useActionState(replyAction, NEW_FORM, page)
  if (!values.body) return null
  return (
    <TextArea name="body" id="reply" label="What you wrote" defaultValue={values.body} rows={4} dir="auto" readOnly />
  )
}
