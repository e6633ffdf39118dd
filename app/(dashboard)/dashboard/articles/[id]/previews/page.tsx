import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button, ButtonLink } from '@/app/_components/newsroom/button'
import { type Column, DataTable } from '@/app/_components/newsroom/data-table'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead, Part } from '@/app/_components/newsroom/page-head'
import { ArticleNotFound } from '@/lib/articles/article-record'
import { openArticle } from '@/lib/articles/editing/desk-content'
import { revokePreviewAction } from '@/lib/articles/preview-actions'
import { listPreviewLinks, type PreviewLink } from '@/lib/articles/preview-links'
import { byName } from '@/lib/by-name'
import { formatMoment, type Place } from '@/lib/dates'
import { readEnvironment } from '@/lib/env'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { Refused } from '@/lib/people/viewer'
import { getSite } from '@/lib/site/site-queries'
import { PreviewLinkForm } from './preview-link-form'

export const metadata: Metadata = { title: 'Preview links' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

const DONE = byName({
  made: 'The link is made. Whoever has it sees the article as the desk has it, until it runs out.',
  revoked: 'The link was taken back. It leads nowhere now.',
})

/** Who outside the newsroom may see an article before it is out. */
export default async function PreviewLinksPage({ params, searchParams }: Props) {
  const id = Number((await params).id)
  const viewer = await requireStaff(paths.previewLinks(id))
  const open = await openArticle(viewer, id).catch((error: unknown) => {
    if (error instanceof ArticleNotFound || error instanceof Refused) notFound()
    throw error
  })
  const [links, site, { done = '' }] = await Promise.all([listPreviewLinks(viewer, id), getSite(), searchParams])
  const { embargoUntil } = open.row
  return (
    <>
      <PageHead
        title="Preview links"
        back={{ label: 'Back to the article', address: paths.deskArticle(id) }}
        intro={open.content.headline || 'No headline yet'}
        actions={<ButtonLink href={paths.previewArticle(id)}>Preview</ButtonLink>}
      />
      {DONE[done] && <Notice tone="success">{DONE[done]}</Notice>}
      {embargoUntil && embargoUntil > new Date() && (
        <Notice tone="warning">
          {`Under embargo until ${formatMoment(embargoUntil, site)}: until then a link shows it to nobody but those who may open it here.`}
        </Notice>
      )}
      <Part title="A new link">
        <PreviewLinkForm articleId={id} />
      </Part>
      <Part title="Links that hold">
        {links.length === 0 ? (
          <EmptyState title="There is none." />
        ) : (
          <DataTable caption="Preview links" columns={columnsFor(id, site)} rows={links} rowKey={(link) => link.id} />
        )}
      </Part>
    </>
  )
}

function columnsFor(articleId: number, place: Place): Column<PreviewLink>[] {
  const { siteUrl } = readEnvironment()
  return [
    {
      ...{ head: 'Address', isName: true },
      cell: ({ key, note }) => (
        <>
          <a className="desk-code" href={paths.sharedPreview(key)}>
            {siteUrl + paths.sharedPreview(key)}
          </a>
          {note && <p className="desk-meta">{note}</p>}
        </>
      ),
    },
    { head: 'Until', cell: ({ expiresAt }) => formatMoment(expiresAt, place) },
    { head: 'By', from: 'medium', cell: ({ by }) => by },
    {
      ...{ head: 'Take back', isHeadHidden: true },
      cell: ({ id }) => (
        <form action={revokePreviewAction}>
          <input type="hidden" name="article" value={articleId} />
          <input type="hidden" name="link" value={id} />
          <Button isSmall>Take back</Button>
        </form>
      ),
    },
  ]
}
