import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { SuccessNotice } from '@/app/_components/account/success-notice'
import { Pagination } from '@/app/_components/lists/pagination'
import type { ArticleCard } from '@/lib/articles/article'
import { byName } from '@/lib/by-name'
import { formatDate } from '@/lib/dates'
import { pageNumber } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { listSaved } from '@/lib/saved/saved-queries'
import type { Site } from '@/lib/site/site'
import { getSite } from '@/lib/site/site-queries'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Saved articles'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ page?: string; done?: string }> }

const DONE = byName({ saved: 'The article is saved.', removed: 'The article is off your list.' })

/** What the viewer put aside to read, wherever they are signed in. */
export default async function SavedArticlesPage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.savedArticles())
  const { page, done = '' } = await searchParams
  const [list, site] = await Promise.all([listSaved(viewer, pageNumber(page)), getSite()])
  return (
    <AccountPage
      title="Saved articles"
      intro={
        <>
          They are with you wherever you are signed in. What this device keeps for reading without a connection is
          listed <a href={paths.saved()}>on its own page</a>.
        </>
      }
      current={paths.savedArticles()}
    >
      <ProblemSummary />
      <SuccessNotice words={DONE[done]} />
      {list.total === 0 && (
        <div className="account-empty">
          <p>Nothing is saved yet. Every article has a button for it under its headline.</p>
        </div>
      )}
      {list.cards.length > 0 && <List cards={list.cards} site={site} />}
      <Pagination page={list.page} pages={list.pages} address={paths.savedArticles} />
    </AccountPage>
  )
}

function List({ cards, site }: { cards: ArticleCard[]; site: Site }) {
  return (
    <ol className="account-list">
      {cards.map((card) => (
        <li key={card.id}>
          <div>
            <h2 lang={card.language} dir={card.direction}>
              <a href={paths.article(card)}>{card.headline}</a>
            </h2>
            <p className="account-meta">
              {card.section.name} ·{' '}
              <time dateTime={card.publishedAt.toISOString()}>{formatDate(card.publishedAt, site)}</time>
            </p>
          </div>
          <form method="post" action={paths.saveArticle()}>
            <input type="hidden" name="article" value={card.id} />
            <button
              type="submit"
              name="saved"
              value="no"
              className="account-button"
              aria-label={`Remove “${card.headline}”`}
            >
              Remove
            </button>
          </form>
        </li>
      ))}
    </ol>
  )
}
