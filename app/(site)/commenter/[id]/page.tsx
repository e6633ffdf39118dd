import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { Moment } from '@/app/_components/articles/article-head'
import { CommentText } from '@/app/_components/comments/comment-text'
import { ListCount } from '@/app/_components/lists/list-head'
import { Pagination } from '@/app/_components/lists/pagination'
import { MuteForm } from '@/app/_components/people/mute-form'
import { Portrait } from '@/app/_components/people/portrait'
import { NotFound } from '@/app/_components/site/not-found'
import { PublicPage } from '@/app/_components/site/public-page'
import { Stylesheet } from '@/app/_components/ui/stylesheet'
import { readId } from '@/lib/comments/comment-input'
import { type Commenter, getCommenter, type SaidComment } from '@/lib/comments/commenter-queries'
import { formatMoment, formatMonth } from '@/lib/dates'
import { pageNumber, pageTitle } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'
import { getSite } from '@/lib/site/site-queries'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ page?: string }> }

async function find({ params, searchParams }: Props): Promise<Commenter | null> {
  const id = readId((await params).id)
  return id === null ? null : getCommenter(id, pageNumber((await searchParams).page))
}

/** Search engines are kept out: whoever comments has not asked to be found by their name. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const commenter = await find(props)
  if (!commenter) return { title: 'Page not found', robots: { index: false } }
  const { id, name, said } = commenter
  return {
    title: said ? pageTitle(name, said) : name,
    alternates: { canonical: paths.commenter(id, said?.page ?? 1) },
    robots: { index: false },
  }
}

/** Somebody who comments: who they say that they are, and what they said if they have it listed. */
export default async function CommenterPage(props: Props) {
  const commenter = await find(props)
  if (!commenter) return <NotFound />
  const { id, said } = commenter
  if (said && said.page > said.pages) permanentRedirect(paths.commenter(id))
  const site = await getSite()
  return (
    <PublicPage kind="commenter">
      <Stylesheet name="comments" />
      <CommenterHead commenter={commenter} site={site} />
      {said ? (
        <div className="comments said">
          <ol>
            {said.cards.map((comment) => (
              <Said key={comment.id} comment={comment} site={site} />
            ))}
          </ol>
          <Pagination page={said.page} pages={said.pages} address={(number) => paths.commenter(id, number)} />
        </div>
      ) : (
        <p className="nothing-yet">Their comments stand in the conversations that they belong to.</p>
      )}
    </PublicPage>
  )
}

function CommenterHead({ commenter, site }: { commenter: Commenter; site: Site }) {
  const { id, name, bio, portrait, joinedAt, author, said } = commenter
  return (
    <header className="list-head">
      <div className="author-head">
        {portrait && (
          <span className="portrait">
            <Portrait portrait={portrait} side={96} />
          </span>
        )}
        <div>
          <h1>
            <bdi>{name}</bdi>
          </h1>
          <p className="role">
            {author?.title && `${author.title}. `}Here since {formatMonth(joinedAt, site)}
          </p>
        </div>
      </div>
      {bio && (
        <p className="about" dir="auto">
          {bio}
        </p>
      )}
      {author && (
        <p className="count">
          <a href={paths.author(author.handle)}>Articles by {name}</a>
        </p>
      )}
      {said && <ListCount list={said} nouns={['comment', 'comments']} />}
      <MuteForm person={id} name={name} />
    </header>
  )
}

function Said({ comment, site }: { comment: SaidComment; site: Site }) {
  const { id, body, article, createdAt, editedAt, likes } = comment
  return (
    <li className="thread">
      <article className="comment" aria-label={`Comment on ${article.headline}`}>
        <h2 className="said-under">
          <a href={paths.comment(article, id)}>{article.headline}</a>
        </h2>
        <CommentText body={body} />
        <div className="note">
          <Moment moment={createdAt} words={formatMoment(createdAt, site)} site={site} />
          {editedAt && ' · Edited'}
          {likes > 0 && ` · Recommended by ${likes.toLocaleString('en-GB')}`}
        </div>
      </article>
    </li>
  )
}
