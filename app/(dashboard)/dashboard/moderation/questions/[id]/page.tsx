import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { byName } from '@/lib/by-name'
import { readId } from '@/lib/comments/comment-input'
import { getAskedArticle } from '@/lib/comments/question-queries'
import { mayModerateSomewhere } from '@/lib/moderation/moderation-policy'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { QuestionForm } from './question-form'

export const metadata: Metadata = { title: 'Question to readers' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

const DONE = byName({
  asked: 'The question stands above the composer.',
  removed: 'No question is asked any more.',
})

/** What the readers of one article are asked. */
export default async function QuestionPage({ params, searchParams }: Props) {
  const id = readId((await params).id) ?? notFound()
  const viewer = await requireRight(mayModerateSomewhere, paths.readersQuestion(id))
  const article = await getAskedArticle(viewer, id)
  if (!article) notFound()
  const done = DONE[String((await searchParams).done)]
  return (
    <>
      <PageHead
        title="Question to readers"
        back={{ label: 'Questions to readers', address: paths.readersQuestions() }}
        intro={
          <>
            Under <a href={paths.comments(article)}>{article.headline}</a>
          </>
        }
      />
      {done && <Notice tone="success">{done}</Notice>}
      <QuestionForm article={article.id} question={article.question} />
    </>
  )
}
