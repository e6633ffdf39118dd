import type { Metadata } from 'next'
import { Badge } from '@/app/_components/newsroom/badge'
import { Button } from '@/app/_components/newsroom/button'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { SelectField, TextField } from '@/app/_components/newsroom/form-field'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { Pagination } from '@/app/_components/newsroom/pagination'
import { byName } from '@/lib/by-name'
import { pageNumber } from '@/lib/list-page'
import { IMAGE_FORMATS, type ImageFormat } from '@/lib/media/image-format'
import { mayUseMedia } from '@/lib/media/media-policy'
import type { Media } from '@/lib/media/media-queries'
import { listUploaders, MEDIA_VIEWS, type MediaView, searchMedia } from '@/lib/media/media-search-sql'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { readId } from '@/lib/people/signed-in-post'
import { told } from '@/lib/serving/form-answers'
import { UploadForm } from './upload-form'
import '@/app/styles/newsroom-media.css'

export const metadata: Metadata = { title: 'Media' }

type Asked = { q?: string; view?: string; kind?: string; by?: string; page?: string; done?: string }
type Props = { searchParams: Promise<Asked> }

const VIEW_NAMES: Record<MediaView, string> = {
  all: 'All',
  mine: 'Mine',
  undescribed: 'To describe',
  expiring: 'Licence ends within a month',
  expired: 'Licence has ended',
  used: 'Used',
  unused: 'Not used',
}

const FORMAT_NAMES: Record<ImageFormat, string> = {
  ...{ jpeg: 'JPEG', png: 'PNG', webp: 'WebP', avif: 'AVIF', gif: 'GIF' },
}

const DONE = byName({
  uploaded: 'The pictures are in the library. Describe them before they are used.',
  deleted: 'The picture was taken out of the library.',
})

/** Every picture of the newsroom. */
export default async function MediaPage({ searchParams }: Props) {
  const viewer = await requireRight(mayUseMedia, paths.mediaLibrary())
  const asked = await searchParams
  const filter = filterOf(asked)
  const { words, view, format, uploader } = filter
  const [{ cards, page, pages, total, isMore }, uploaders] = await Promise.all([
    searchMedia(viewer, filter, pageNumber(asked.page)),
    listUploaders(viewer),
  ])
  const address = (to: number) => {
    const query = {
      ...(words && { q: words }),
      ...(view !== 'all' && { view }),
      ...(format && { kind: format }),
      ...(uploader && { by: String(uploader) }),
      ...(to > 1 && { page: String(to) }),
    }
    return paths.mediaLibrary(String(new URLSearchParams(query)))
  }
  return (
    <>
      <PageHead
        title="Media"
        intro="Pictures are used once they say what they show, whose they are and how they may be used."
      />
      {DONE[asked.done ?? ''] && <Notice tone="success">{DONE[asked.done ?? '']}</Notice>}
      <UploadForm problems={(told()?.problems ?? []).map(({ words: problem }) => problem)} />
      <form className="desk-filters" action={paths.mediaLibrary()} aria-label="Find pictures">
        <TextField name="q" type="search" label="Name, caption or credit" defaultValue={words} maxLength={200} />
        <SelectField
          name="view"
          label="Show"
          options={MEDIA_VIEWS.map((name) => ({ value: name, label: VIEW_NAMES[name] }))}
          defaultValue={view}
        />
        <SelectField
          name="kind"
          label="Kind of file"
          options={[
            { value: '', label: 'Every kind' },
            ...IMAGE_FORMATS.map((name) => ({ value: name, label: FORMAT_NAMES[name] })),
          ]}
          defaultValue={format ?? ''}
        />
        <SelectField
          name="by"
          label="Brought by"
          options={[
            { value: '', label: 'Everyone' },
            ...uploaders.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          defaultValue={uploader ? String(uploader) : ''}
        />
        <Button>Find</Button>
      </form>
      {cards.length === 0 ? (
        <EmptyState title="No picture found" />
      ) : (
        <ul className="desk-pictures">
          {cards.map((picture) => (
            <li key={picture.id}>
              <Tile picture={picture} />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pages={pages}
        total={total}
        isMore={isMore}
        things={total === 1 ? 'picture' : 'pictures'}
        address={address}
      />
    </>
  )
}

function filterOf({ q, view, kind, by }: Asked) {
  return {
    words: typeof q === 'string' ? q.slice(0, 200) : '',
    view: MEDIA_VIEWS.find((name) => name === view) ?? ('all' as const),
    format: IMAGE_FORMATS.find((name) => name === kind) ?? null,
    uploader: typeof by === 'string' ? readId(by) : null,
  }
}

function Tile({ picture }: { picture: Media }) {
  const { id, name, caption, alt, width, height, credit, licence, decorative, licenceEndsAt } = picture
  const isUndescribed = (alt === '' && !decorative) || credit === '' || licence === ''
  return (
    <a href={paths.mediaDesk(id)}>
      {/* biome-ignore lint/performance/noImgElement: pictures of the desk come as they are */}
      <img src={paths.deskPicture(id)} alt="" width={width} height={height} loading="lazy" />
      <strong>{caption || alt || name}</strong>
      <small>{credit || 'No credit'}</small>
      {licenceEndsAt && licenceEndsAt <= new Date() && <Badge tone="danger">Licence ended</Badge>}
      {isUndescribed && <Badge tone="warning">To describe</Badge>}
    </a>
  )
}
