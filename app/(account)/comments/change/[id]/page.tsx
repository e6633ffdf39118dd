import type { Metadata } from 'next'
import { AccountTextArea } from '@/app/_components/account/account-field'
import { titleWithProblem } from '@/app/_components/account/problem-summary'
import { questionAsked, SureField } from '@/app/_components/comments/are-you-sure'
import { CommentPage, NoComment } from '@/app/_components/comments/comment-page'
import { LONGEST_COMMENT } from '@/lib/comments/comment'
import { readId } from '@/lib/comments/comment-input'
import { getCommentInHand } from '@/lib/comments/own-comment-queries'
import { formatTime } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { told } from '@/lib/serving/form-answers'
import { getSite } from '@/lib/site/site-queries'

export function generateMetadata(): Metadata {
  return {
    title: questionAsked() ? 'Are you sure?' : titleWithProblem('Change your comment'),
    robots: { index: false },
  }
}

/** Where somebody changes what they said, while they may. */
export default async function ChangePage({ params }: { params: Promise<{ id: string }> }) {
  const id = readId((await params).id) ?? 0
  const viewer = await requireViewer(paths.changeComment(id))
  const comment = await getCommentInHand(viewer, id)
  if (!comment?.isOwn) return <NoComment words="It is not yours, or no longer here." />
  const until = comment.editableUntil
  return (
    <CommentPage title="Change your comment" article={comment.article}>
      {until || told() ? (
        <form method="post" action={paths.commentDeed(id, 'edit')} className="account-form">
          <input type="hidden" name="revision" value={comment.revision} />
          <SureField />
          <AccountTextArea
            name="body"
            label="Your comment"
            rows={8}
            dir="auto"
            defaultValue={comment.body}
            hint={`Up to ${LONGEST_COMMENT.toLocaleString('en')} characters${until ? `, until ${formatTime(until, await getSite())}` : ''}.`}
          />
          <button className="button" type="submit">
            {questionAsked() ? 'Save it' : 'Save changes'}
          </button>
        </form>
      ) : (
        <p>A comment can be changed for 15 minutes, and they are over.</p>
      )}
      <form method="post" action={paths.commentDeed(id, 'delete')} className="account-form">
        <button className="account-show" type="submit">
          Delete it
        </button>
      </form>
    </CommentPage>
  )
}
