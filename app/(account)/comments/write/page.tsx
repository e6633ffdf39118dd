import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import type { ComponentProps } from 'react'
import { AccountTextArea } from '@/app/_components/account/account-field'
import { titleWithProblem } from '@/app/_components/account/problem-summary'
import { questionAsked, SureField } from '@/app/_components/comments/are-you-sure'
import { CommentPage, NoComment, QuotedComment } from '@/app/_components/comments/comment-page'
import { BarredNotice } from '@/app/_components/people/barred-notice'
import { LONGEST_COMMENT } from '@/lib/comments/comment'
import { readId } from '@/lib/comments/comment-input'
import { quoted } from '@/lib/comments/comment-text'
import { DRAFT_COOKIE, findDraft } from '@/lib/comments/draft-commands'
import { getWriting } from '@/lib/comments/own-comment-queries'
import { paths } from '@/lib/paths'
import { currentBarred } from '@/lib/people/current-barred'
import { told } from '@/lib/serving/form-answers'
import { getSite } from '@/lib/site/site-queries'

export function generateMetadata(): Metadata {
  return { title: questionAsked() ? 'Are you sure?' : titleWithProblem('Write a comment'), robots: { index: false } }
}

type Query = { article?: string; parent?: string; quote?: string; kept?: string }

/** Where a comment is written that needs a page of its own: a quotation, one that was refused, one that waited for its author to sign in. */
export default async function WritePage({ searchParams }: { searchParams: Promise<Query> }) {
  const draft = await readQuery(await searchParams)
  const writing = draft && (await getWriting(draft.articleId, draft.parentId))
  if (!draft || !writing) return <NoComment words="The article that you wrote about is not there any more." />
  const { article, parent } = writing
  const site = await getSite()
  const text = draft.isQuote && parent ? quoted(parent.body) : draft.body
  const barred = await currentBarred()
  const title = parent ? `Reply to ${parent.signature}` : 'Write a comment'
  if (barred)
    return <Barred {...{ barred, title, article }} written={told()?.values.body ?? (draft.isQuote ? '' : draft.body)} />
  return (
    <CommentPage title={title} article={article}>
      {parent && !draft.isQuote && <QuotedComment comment={parent} />}
      <form method="post" action={paths.postComment()} className="account-form">
        <input type="hidden" name="article" value={article.id} />
        <input type="hidden" name="parent" value={parent?.id ?? ''} />
        <SureField />
        <AccountTextArea
          name="body"
          label={parent ? 'Your reply' : 'Your comment'}
          rows={8}
          defaultValue={text}
          dir="auto"
          hint={`Up to ${LONGEST_COMMENT.toLocaleString('en')} characters. ${site.commentRules}`}
        />
        <button className="button" type="submit">
          {questionAsked() ? 'Post it' : parent ? 'Post reply' : 'Post comment'}
        </button>
      </form>
    </CommentPage>
  )
}

type BarredProps = { barred: ComponentProps<typeof BarredNotice>['barred']; written: string } & Pick<
  ComponentProps<typeof CommentPage>,
  'title' | 'article'
>

/** The same for somebody who may not take part: why, and what they wrote, to take along. */
function Barred({ barred, written, ...page }: BarredProps) {
  return (
    <CommentPage {...page} notice={<BarredNotice barred={barred} />}>
      {written && (
        <div className="account-form account-field">
          <label htmlFor="body">What you wrote</label>
          <textarea id="body" className="field" rows={8} readOnly dir="auto" defaultValue={written} />
        </div>
      )}
    </CommentPage>
  )
}

async function readQuery(query: Query) {
  if (query.kept) {
    const kept = await findDraft((await cookies()).get(DRAFT_COOKIE)?.value ?? '')
    return kept && { ...kept, isQuote: false }
  }
  const articleId = readId(query.article ?? '')
  return articleId && { articleId, parentId: readId(query.parent ?? ''), body: '', isQuote: query.quote === '1' }
}
