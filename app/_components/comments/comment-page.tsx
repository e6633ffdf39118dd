import type { ReactNode } from 'react'
import type { CommentInHand } from '@/lib/comments/own-comment-queries'
import { formatMoment } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'
import { ProblemSummary } from '../account/problem-summary'
import { AreYouSure, questionAsked } from './are-you-sure'
import { CommentText } from './comment-text'
import '@/app/styles/comment-pages.css'

type CommentPageProps = {
  title: string
  article: { headline: string; slug: string; section: { slug: string } }
  /** What is said first, where it is not what was wrong with the form. */
  notice?: ReactNode
  children: ReactNode
}

/** A page with one thing to do in a conversation. */
export function CommentPage({ title, article, notice, children }: CommentPageProps) {
  const question = questionAsked()
  return (
    <main id="main" className="door comment-page">
      <p className="comment-page-story">
        <a href={paths.comments(article)}>{article.headline}</a>
      </p>
      <h1>{title}</h1>
      {notice ?? (question ? <AreYouSure question={question} /> : <ProblemSummary />)}
      {children}
    </main>
  )
}

/** The comment that a page is about, as it reads now. */
export async function QuotedComment({ comment }: { comment: CommentInHand }) {
  const site = await getSite()
  return (
    <figure className="comment-page-quote">
      <figcaption>
        <strong>
          <bdi>{comment.signature}</bdi>
        </strong>{' '}
        {formatMoment(comment.createdAt, site)}
      </figcaption>
      <CommentText body={comment.body} />
    </figure>
  )
}

/** Where there is nothing to do anything about. */
export function NoComment({
  words = 'The comment is no longer here, or was never shown to everyone.',
}: {
  words?: string
}) {
  return (
    <main id="main" className="door comment-page">
      <h1>There is no such comment</h1>
      <ProblemSummary />
      <p>{words}</p>
      <p>
        <a href={paths.home()}>Go to the front page</a>
      </p>
    </main>
  )
}
