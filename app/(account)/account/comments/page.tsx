import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { CommentText } from '@/app/_components/comments/comment-text'
import { BarredNotice } from '@/app/_components/people/barred-notice'
import { readId } from '@/lib/comments/comment-input'
import { type CommentInHand, listOwnComments } from '@/lib/comments/own-comment-queries'
import { formatMoment, formatTime } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { getBarred } from '@/lib/people/standing-queries'
import type { Site } from '@/lib/site/site'
import { getSite } from '@/lib/site/site-queries'
import '@/app/styles/comment-pages.css'

export const metadata: Metadata = { title: 'My comments', robots: { index: false } }

type Props = { searchParams: Promise<{ page?: string; posted?: string }> }

/** Everything that somebody has said, and what became of it. */
export default async function OwnCommentsPage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.ownComments())
  const { page, posted } = await searchParams
  const list = await listOwnComments(viewer, readId(page ?? '') ?? 1)
  const barred = await getBarred(viewer)
  const site = await getSite()
  return (
    <AccountPage title="My comments" current={paths.ownComments()}>
      {barred && <BarredNotice barred={barred} />}
      {list.cards.length === 0 && <p>You have not said anything yet.</p>}
      <ol className="own-comments">
        {list.cards.map((comment) => (
          <OwnComment key={comment.id} comment={comment} site={site} isNew={posted === String(comment.id)} />
        ))}
      </ol>
      {list.pages > 1 && (
        <nav className="own-comments-pages" aria-label="Pages">
          {list.page > 1 && <a href={`${paths.ownComments()}?page=${list.page - 1}`}>Newer</a>}
          {list.page < list.pages && <a href={`${paths.ownComments()}?page=${list.page + 1}`}>Older</a>}
        </nav>
      )}
    </AccountPage>
  )
}

function OwnComment({ comment, site, isNew }: { comment: CommentInHand; site: Site; isNew: boolean }) {
  const { id, article, state, editableUntil, appeal } = comment
  const isRefused = state === 'rejected' || state === 'spam'
  return (
    <li>
      <article className="own-comment" id={`comment-${id}`} aria-label={`Your comment on ${article.headline}`}>
        <h2>
          <a href={state === 'approved' ? paths.comment(article, id) : paths.article(article)}>{article.headline}</a>
        </h2>
        <p className="comment-when">
          {formatMoment(comment.createdAt, site)}
          {comment.editedAt && ` · Edited ${formatTime(comment.editedAt, site)}`}
        </p>
        <CommentText body={comment.body} />
        {state === 'pending' && (
          <p className="comment-became" role={isNew ? 'status' : undefined}>
            Waiting for review. Only you can see this.
          </p>
        )}
        {isRefused && (
          <p className="comment-became is-refused" role={isNew ? 'status' : undefined}>
            Not published{comment.reason ? `: ${comment.reason}` : '.'} {site.commentRules}
          </p>
        )}
        <div className="own-comment-deeds">
          {editableUntil && <a href={paths.changeComment(id)}>Edit (until {formatTime(editableUntil, site)})</a>}
          {isRefused && appeal === null && <a href={paths.appealComment(id)}>Appeal</a>}
          {isRefused && appeal !== null && <span>You have appealed.</span>}
          <form method="post" action={paths.commentDeed(id, 'delete')}>
            <button type="submit">Delete</button>
          </form>
        </div>
      </article>
    </li>
  )
}
