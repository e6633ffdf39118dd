import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/app/_components/newsroom/notice'
import { ArticleNotFound, type ArticleRow } from '@/lib/articles/article-record'
import { MOVES, type Move } from '@/lib/articles/article-states'
import { mediaIn } from '@/lib/articles/body-text'
import { arrangeAction } from '@/lib/articles/desk/arrangement-actions'
import { assignable } from '@/lib/articles/desk/list-queries'
import { checksOf } from '@/lib/articles/editing/desk-checks'
import { openArticle } from '@/lib/articles/editing/desk-content'
import { authorNames, picturesOf, sectionsFor } from '@/lib/articles/editing/desk-lookups'
import { lockAction } from '@/lib/articles/editing/editing-actions'
import { addNoteAction } from '@/lib/articles/editing/note-actions'
import { listNotes } from '@/lib/articles/editing/note-queries'
import { openedForm } from '@/lib/articles/editing/save-form'
import { dateToField } from '@/lib/dates'
import { readEnvironment } from '@/lib/env'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { Refused } from '@/lib/people/viewer'
import { getSite } from '@/lib/site/site-queries'
import { Arrangement } from './arrangement'
import { ArticleForm } from './article-form'
import { DONE } from './done-words'
import { DoneBehind, FormBehind } from './form-behind'
import { ARRANGEMENT_FORM, HOLD_FORM, NOTE_FORM } from './forms'
import { Held, Hold } from './hold'
import { NoteForms, Notes } from './notes'
import '@/app/styles/newsroom-editor.css'
import '@/app/styles/newsroom-editor-beside.css'
import '@/app/styles/newsroom-editor-shared.css'
import '@/app/styles/newsroom-words.css'
import '@/app/styles/newsroom-rich.css'
import '@/app/styles/newsroom-rich-dialog.css'

/** What somebody would do with an article next, the furthest first. */
const NEXT: Move[] = ['publish', 'submit', 'withdraw', 'reinstate']

/** What was done in the notes, which are open then. */
const NOTED = new Set(['noted', 'resolved', 'reopened'])

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string; plain?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Article ${(await params).id}` }
}

/** Where an article is written: a form that works by itself, and with a script becomes the editor. */
export default async function ArticlePage({ params, searchParams }: Props) {
  const id = Number((await params).id)
  const viewer = await requireStaff(paths.deskArticle(id))
  const open = await openArticle(viewer, id).catch((error: unknown) => {
    if (error instanceof ArticleNotFound || error instanceof Refused) notFound()
    throw error
  })
  const { row, content, lock } = open
  const mayAssign = open.moves.includes('assign')
  const shown = [...mediaIn(content.body), ...(content.leadImage ? [content.leadImage.media] : [])]
  const [site, sections, authors, pictures, notes, findings, colleagues, { done = '', plain }] = await Promise.all([
    getSite(),
    sectionsFor(viewer),
    authorNames(viewer),
    picturesOf(viewer, shown),
    listNotes(viewer, id),
    checksOf(viewer, id),
    mayAssign ? assignable(viewer) : [],
    searchParams,
  ])
  const isHoldable = mayAssign && !lock
  const isNoted = NOTED.has(done)
  const next = NEXT.find((move) => open.moves.includes(move))
  const isOwnSection = sections.some(({ slug }) => slug === content.section)
  return (
    <>
      {DONE[done] && <Notice tone="success">{DONE[done]}</Notice>}
      <FormBehind id={HOLD_FORM} action={lockAction} articleId={id}>
        <FormBehind id={NOTE_FORM} action={addNoteAction} articleId={id}>
          <FormBehind id={ARRANGEMENT_FORM} action={arrangeAction} articleId={id}>
            <DoneBehind id={HOLD_FORM} />
            {lock && <Held lock={lock} place={site} mayWrite={open.mayWrite} mayLetGo={mayAssign} />}
            {open.isLive && (
              <Notice tone="info">
                {open.hasChangesNotLive
                  ? 'Readers have an earlier text. What you see here is not live until it is published.'
                  : 'This article is before readers. What you change here is not live until it is published.'}
              </Notice>
            )}
            <ArticleForm
              article={{ id, state: row.state, slug: row.slug, isEverPublished: row.publishedAt !== null }}
              start={openedForm({ content, revision: row.revision })}
              content={content}
              person={{ id: viewer.personId, name: viewer.name }}
              sections={
                isOwnSection ? sections : [{ slug: content.section, name: content.section, kind: 'news' }, ...sections]
              }
              authors={authors}
              pictures={pictures}
              savedAt={row.savedAt.toISOString()}
              place={{ zone: site.zone, language: site.language }}
              siteName={site.name}
              host={new URL(readEnvironment().siteUrl).host}
              mayWrite={open.mayWrite}
              nextVerb={next ? MOVES[next].verb : null}
              isPlain={plain === '1'}
              findings={findings}
              notes={<Notes notes={notes} place={site} isOpen={isNoted} />}
              opened={isNoted ? 'notes' : 'story'}
              desk={
                <>
                  {open.moves.includes('write') && (
                    <Arrangement arranged={arrangedAs(row, site.zone)} colleagues={colleagues} zone={site.zone} />
                  )}
                  {isHoldable && <Hold />}
                </>
              }
            />
          </FormBehind>
        </FormBehind>
      </FormBehind>
      <NoteForms articleId={id} notes={notes} />
    </>
  )
}

/** What is arranged with an article, as the fields have it. */
function arrangedAs({ assigneeId, deadlineAt, legalWantedAt, pictureWantedAt }: ArticleRow, zone: string) {
  return {
    assignee: assigneeId === null ? '' : String(assigneeId),
    deadline: deadlineAt ? dateToField(deadlineAt, zone) : '',
    legal: legalWantedAt ? 'yes' : '',
    picture: pictureWantedAt ? 'yes' : '',
  }
}
