import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountField } from '@/app/_components/account/account-field'
import { titleWithProblem } from '@/app/_components/account/problem-summary'
import { CommentPage, NoComment, QuotedComment } from '@/app/_components/comments/comment-page'
import { readId } from '@/lib/comments/comment-input'
import { mayHide } from '@/lib/comments/moderator-commands'
import { getCommentInHand } from '@/lib/comments/own-comment-queries'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Hide a comment'), robots: { index: false } }
}

/** Where a moderator who came from the article hides a comment, and says why. */
export default async function HidePage({ params }: { params: Promise<{ id: string }> }) {
  const id = readId((await params).id) ?? 0
  const viewer = await requireStaff(paths.hideComment(id))
  if (!(await mayHide(viewer, id))) notFound()
  const comment = await getCommentInHand(viewer, id)
  if (!comment) return <NoComment />
  return (
    <CommentPage title="Hide a comment" article={comment.article}>
      <QuotedComment comment={comment} />
      <form method="post" action={paths.commentDeed(id, 'hide')} className="account-form">
        <input type="hidden" name="on" value="1" />
        <input type="hidden" name="revision" value={comment.revision} />
        <AccountField
          name="reason"
          label="Which rule it breaks"
          maxLength={300}
          hint="Its author is told this, and can appeal once. Replies to it stay."
        />
        <button className="button" type="submit">
          Hide it
        </button>
      </form>
    </CommentPage>
  )
}
