import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { Pagination } from '@/app/_components/newsroom/pagination'
import { listAskedArticles } from '@/lib/comments/question-queries'
import { formatMoment } from '@/lib/dates'
import { pageNumber } from '@/lib/list-page'
import { mayModerateSomewhere } from '@/lib/moderation/moderation-policy'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { getSite } from '@/lib/site/site-queries'

export const metadata: Metadata = { title: 'Questions to readers' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What readers are asked above the composers of articles. */
export default async function QuestionsPage({ searchParams }: Props) {
  const viewer = await requireRight(mayModerateSomewhere, paths.readersQuestions())
  const parameters = await searchParams
  const isAsked = parameters.asked === '1'
  const [site, list] = await Promise.all([
    getSite(),
    listAskedArticles(viewer, { isAsked, page: pageNumber(parameters.page) }),
  ])
  const { cards, page, pages, total } = list
  return (
    <>
      <PageHead
        title="Questions to readers"
        intro="A question of the newsroom’s above the composer gives a conversation something to be about."
      />
      <nav className="numbers-spans" aria-label="Articles">
        <a href={paths.readersQuestions()} aria-current={isAsked ? undefined : 'page'}>
          All articles
        </a>
        <a href={paths.readersQuestions('?asked=1')} aria-current={isAsked ? 'page' : undefined}>
          With a question
        </a>
      </nav>
      {cards.length === 0 && <EmptyState title={isAsked ? 'No question is asked.' : 'Nothing is published here.'} />}
      <ol className="record-comments">
        {cards.map(({ id, headline, question, section, publishedAt }) => (
          <li key={id}>
            <p>
              <a href={paths.readersQuestion(id)}>{headline}</a>
            </p>
            {question && (
              <p className="record-body" dir="auto">
                {question}
              </p>
            )}
            <p className="desk-meta">
              {section.name}
              {publishedAt && ` · ${formatMoment(publishedAt, site)}`}
              {!question && ' · no question'}
            </p>
          </li>
        ))}
      </ol>
      <Pagination
        page={page}
        pages={pages}
        total={total}
        things={total === 1 ? 'article' : 'articles'}
        address={(number) =>
          paths.readersQuestions(`?${new URLSearchParams({ ...(isAsked && { asked: '1' }), page: String(number) })}`)
        }
      />
    </>
  )
}
