import type { Article } from '@/lib/articles/article'
import { closesAt } from '@/lib/comments/comment'
import type { Conversation } from '@/lib/comments/comment-queries'
import { COMMENT_SORTS, type CommentSort, queryOf } from '@/lib/comments/comment-view'
import { formatDate } from '@/lib/dates'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'

type ConversationHeadProps = { conversation: Conversation; article: Article; site: Site; isClosed: boolean }

/** What stands above the comments: how many, until when, by which rules, and in which order. */
export function ConversationHead({ conversation, article, site, isClosed }: ConversationHeadProps) {
  const { total, view, picks } = conversation
  const closing = closesAt(article, site)
  const isWhole = view.thread === null && view.comment === null
  return (
    <>
      <div className="block-head">
        <h2 id="comments-heading">Comments ({total})</h2>
        {picks > 0 && isWhole && (
          <nav aria-label="Which comments">
            <Choice href={paths.conversation(article, '')} isCurrent={!view.isPicks} words="All" />
            <Choice
              href={paths.conversation(article, queryOf({ isPicks: true }))}
              isCurrent={view.isPicks}
              words={`Editors’ picks (${picks})`}
            />
          </nav>
        )}
      </div>
      {isClosed ? (
        <p className="note">
          Comments closed{closing && closing <= new Date() ? ` on ${formatDate(closing, site)}` : ''}. Thank you to
          everyone who took part.
        </p>
      ) : (
        <details className="note">
          <summary>{closing ? `Open until ${formatDate(closing, site)}. Rules` : 'Rules'}</summary>
          <p>{site.commentRules}</p>
          <p>
            <a href={paths.commentsFeed(article)}>Follow this conversation in a feed reader</a>
          </p>
        </details>
      )}
    </>
  )
}

const SORT_WORDS: Record<CommentSort, string> = { recommended: 'Recommended', newest: 'Newest', oldest: 'Oldest' }

/** Links to the same comments in another order. */
export function SortLinks({ conversation, article }: { conversation: Conversation; article: Article }) {
  const { view, threads } = conversation
  if (view.isPicks || view.thread !== null || view.comment !== null || threads.length < 2) return null
  return (
    <nav className="note" aria-label="Order of the comments">
      Sort:{' '}
      {COMMENT_SORTS.map((sort) => (
        <Choice
          key={sort}
          href={paths.conversation(article, queryOf({ sort }))}
          isCurrent={view.sort === sort}
          words={SORT_WORDS[sort]}
        />
      ))}
    </nav>
  )
}

function Choice({ href, isCurrent, words }: { href: string; isCurrent: boolean; words: string }) {
  return (
    <a href={href} aria-current={isCurrent ? 'true' : undefined}>
      {words}
    </a>
  )
}
