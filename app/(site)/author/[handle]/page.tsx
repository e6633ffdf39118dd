import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { ArticleList } from '@/app/_components/lists/article-list'
import { FollowForm } from '@/app/_components/lists/follow-form'
import { ListCount } from '@/app/_components/lists/list-head'
import { listMetadata } from '@/app/_components/lists/list-metadata'
import { NothingYet } from '@/app/_components/lists/nothing-yet'
import { Pagination } from '@/app/_components/lists/pagination'
import { NotFound } from '@/app/_components/site/not-found'
import { PublicPage } from '@/app/_components/site/public-page'
import { StructuredData } from '@/app/_components/site/structured-data'
import { Picture } from '@/app/_components/ui/picture'
import type { Author } from '@/lib/authors/author'
import { getAuthorPage } from '@/lib/authors/author-queries'
import { readEnvironment } from '@/lib/env'
import { pageNumber } from '@/lib/list-page'
import { paths, readPart } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'
import { authorData } from '@/lib/structured-data/structured-data'

type Props = { params: Promise<{ handle: string }>; searchParams: Promise<{ page?: string }> }

const find = async ({ params, searchParams }: Props) =>
  getAuthorPage(readPart((await params).handle), pageNumber((await searchParams).page))

export async function generateMetadata(props: Props): Promise<Metadata> {
  const list = await find(props)
  if (!list) return { title: 'Page not found', robots: { index: false } }
  const { name, handle, bio } = list.author
  return listMetadata({
    title: name,
    description: bio || `Articles by ${name}.`,
    list,
    address: (page) => paths.author(handle, page),
    feeds: paths.author(handle),
  })
}

export default async function AuthorPage(props: Props) {
  const list = await find(props)
  if (!list) return <NotFound />
  const { author, cards, page, pages } = list
  if (page > pages) permanentRedirect(paths.author(author.handle))
  const site = await getSite()
  return (
    <PublicPage kind="topic">
      <StructuredData data={authorData(author, { site, siteUrl: readEnvironment().siteUrl })} />
      <AuthorHead author={author}>
        <ListCount list={list} feeds={paths.author(author.handle)} />
        <FollowForm topic={{ kind: 'author', slug: author.handle }} name={author.name} />
      </AuthorHead>
      {cards.length === 0 && <NothingYet site={site} />}
      <ArticleList cards={cards} by="month" site={site} />
      <Pagination page={page} pages={pages} address={(number) => paths.author(author.handle, number)} />
    </PublicPage>
  )
}

function AuthorHead({ author, children }: { author: Author; children: ReactNode }) {
  return (
    <header className="list-head">
      <div className="author-head">
        {author.portrait && (
          <span className="portrait">
            <Picture image={author.portrait} sizes="(min-width: 48rem) 128px, 96px" ratio="square" decorative />
          </span>
        )}
        <div>
          <h1>{author.name}</h1>
          {author.title && <p className="role">{author.title}</p>}
        </div>
      </div>
      {author.bio && <p className="about">{author.bio}</p>}
      {author.beats.length > 0 && (
        <nav aria-label="Writes about">
          <ul className="tags">
            {author.beats.map(({ slug, name }) => (
              <li key={slug}>
                <a href={paths.tag(slug)}>#{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {children}
    </header>
  )
}
