import type { Article } from '@/lib/articles/article'
import { type CommentThread, closesAt, modeOf } from '@/lib/comments/comment'
import type { Conversation } from '@/lib/comments/comment-queries'
import { queryOf } from '@/lib/comments/comment-view'
import { paths } from '@/lib/paths'
import { expiresAt } from '@/lib/serving/render-scope'
import type { Site } from '@/lib/site/site'
import { Pagination } from '../lists/pagination'
import { Stylesheet } from '../ui/stylesheet'
import { CommentItem, DEEDS } from './comment-item'
import { Composer } from './composer'
import { ConversationHead, SortLinks } from './conversation-head'

type CommentsSectionProps = { article: Article; conversation: Conversation; site: Site }

/** The conversation under an article. Closed and empty, it is not there. */
export function CommentsSection({ article, conversation, site }: CommentsSectionProps) {
  const { threads, view, question, arrivals, page, pages } = conversation
  const now = new Date()
  const mode = modeOf(article, site, now)
  const isClosed = mode === 'closed'
  const closing = closesAt(article, site)
  if (closing && closing > now) expiresAt(closing)
  if (isClosed && conversation.total === 0 && threads.length === 0) return null
  const isWhole = view.thread === null && view.comment === null
  return (
    <section
      id="comments"
      className="block"
      aria-labelledby="comments-heading"
      data-article={article.id}
      data-arrivals={arrivals}
    >
      <Stylesheet name="comments" />
      <div className="comments">
        <ConversationHead conversation={conversation} article={article} site={site} isClosed={isClosed} />
        {question && !isClosed && <p className="question">{question}</p>}
        {!isClosed && <Composer article={article} isPremoderated={mode === 'premoderated'} />}
        {threads.length > 0 && <form id={DEEDS} method="post" />}
        {!isWhole && (
          <p className="note">
            This is a part of the conversation. <a href={paths.comments(article)}>Show all comments</a>
          </p>
        )}
        {conversation.isMissing && <p className="note">The comment that you came for is no longer here.</p>}
        <SortLinks conversation={conversation} article={article} />
        {threads.length === 0 ? (
          <p className="thread">{view.isPicks ? 'No comment is picked yet.' : 'No comments yet. Be the first.'}</p>
        ) : (
          <Threads threads={threads} article={article} site={site} isOpen={!isClosed} />
        )}
        <Pagination
          page={page}
          pages={pages}
          address={(page) => paths.conversation(article, queryOf({ ...view, comment: null, page }))}
        />
      </div>
    </section>
  )
}

type ThreadsProps = { threads: CommentThread[]; article: Article; site: Site; isOpen: boolean }

function Threads({ threads, ...rest }: ThreadsProps) {
  return (
    <ol>
      {threads.map(({ comment, replies, more }) => (
        <li key={comment.id} className="thread">
          <CommentItem comment={comment} {...rest} />
          {replies.length > 0 && (
            <ol className="replies">
              {replies.map((reply) => (
                <li key={reply.id}>
                  <CommentItem comment={reply} {...rest} />
                </li>
              ))}
            </ol>
          )}
          {more > 0 && (
            <a
              className="more"
              href={paths.conversation(rest.article, queryOf({ thread: comment.id }), `comment-${comment.id}`)}
            >
              Show {more} more {more === 1 ? 'reply' : 'replies'}
            </a>
          )}
        </li>
      ))}
    </ol>
  )
}
