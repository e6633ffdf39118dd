import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/app/_components/newsroom/notice'
import { ArticleNotFound } from '@/lib/articles/article-record'
import { mediaIn } from '@/lib/articles/body-text'
import { checksOf } from '@/lib/articles/editing/desk-checks'
import { openArticle } from '@/lib/articles/editing/desk-content'
import { authorNames, picturesOf, sectionsFor } from '@/lib/articles/editing/desk-lookups'
import { listNotes } from '@/lib/articles/editing/note-queries'
import { openedForm } from '@/lib/articles/editing/save-form'
import { byName } from '@/lib/by-name'
import { readEnvironment } from '@/lib/env'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { Refused } from '@/lib/people/viewer'
import { getSite } from '@/lib/site/site-queries'
import { ArticleForm } from './article-form'
import { Held, Hold, HoldForm } from './hold'
import { WithNoteForm } from './note-form'
import { NoteForms, Notes } from './notes'
import '@/app/styles/newsroom-editor.css'
import '@/app/styles/newsroom-editor-shared.css'
import '@/app/styles/newsroom-words.css'
import '@/app/styles/newsroom-rich.css'
import '@/app/styles/newsroom-rich-dialog.css'

const DONE = byName({
  saved: 'Saved.',
  held: 'The article is held. Nobody else can change it.',
  'let-go': 'The article was let go.',
  noted: 'The note was added.',
  resolved: 'The note is resolved.',
  reopened: 'The note is open again.',
  restored: 'The earlier text is back, as a new revision.',
})

/** What was done in the notes, which are open then. */
const NOTED = new Set(['noted', 'resolved', 'reopened'])

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

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
  const shown = [...mediaIn(content.body), ...(content.leadImage ? [content.leadImage.media] : [])]
  const [site, sections, authors, pictures, notes, findings, { done = '' }] = await Promise.all([
    getSite(),
    sectionsFor(viewer),
    authorNames(viewer),
    picturesOf(viewer, shown),
    listNotes(viewer, id),
    checksOf(viewer, id),
    searchParams,
  ])
  const mayHold = open.moves.includes('assign')
  const isHoldable = mayHold && !lock
  const isOwnSection = sections.some(({ slug }) => slug === content.section)
  return (
    <>
      {DONE[done] && <Notice tone="success">{DONE[done]}</Notice>}
      {lock && <Held articleId={id} lock={lock} place={site} mayWrite={open.mayWrite} mayLetGo={mayHold} />}
      {open.isLive && (
        <Notice tone="info">
          {open.hasChangesNotLive
            ? 'Readers have an earlier text. What you see here is not live until it is published.'
            : 'This article is before readers. What you change here is not live until it is published.'}
        </Notice>
      )}
      <WithNoteForm articleId={id}>
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
          findings={findings}
          notes={<Notes notes={notes} place={site} isOpen={NOTED.has(done)} />}
          hold={isHoldable && <Hold />}
        />
      </WithNoteForm>
      <NoteForms articleId={id} notes={notes} />
      {isHoldable && <HoldForm articleId={id} />}
    </>
  )
}
