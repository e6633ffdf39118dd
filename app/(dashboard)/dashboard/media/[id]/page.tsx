import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Badge } from '@/app/_components/newsroom/badge'
import { Button } from '@/app/_components/newsroom/button'
import { TextField } from '@/app/_components/newsroom/form-field'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead, Part } from '@/app/_components/newsroom/page-head'
import { byName } from '@/lib/by-name'
import { dayInZone, formatMoment } from '@/lib/dates'
import { getDeskMedia } from '@/lib/media/media-desk-sql'
import { mayUseMedia } from '@/lib/media/media-policy'
import type { MediaUse } from '@/lib/media/media-uses-sql'
import { type CropName, NAMED_CROPS } from '@/lib/media/named-crops'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { told } from '@/lib/serving/form-answers'
import { getSite } from '@/lib/site/site-queries'
import { DeleteForm, DescribeForm } from './describe-form'
import { PictureFacts } from './picture-facts'
import '@/app/styles/newsroom-media.css'

export const metadata: Metadata = { title: 'Picture' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

const DONE = byName({
  uploaded: 'The picture is in the library. Describe it before it is used.',
  known: 'The library has this file already: here it is.',
  saved: 'Saved. Every page that shows it has it.',
  replaced: 'Replaced. Every page that shows it has the new file.',
})

/** One picture: its words, its rights, what of it stays in view, and where it is shown. */
export default async function PicturePage({ params, searchParams }: Props) {
  const id = Number((await params).id)
  const viewer = await requireRight(mayUseMedia, paths.mediaLibrary())
  const [picture, site, { done = '' }] = await Promise.all([
    Number.isSafeInteger(id) ? getDeskMedia(viewer, id) : null,
    getSite(),
    searchParams,
  ])
  if (!picture) notFound()
  const { name, width, height, format, bytes, licenceEndsAt, uses, uploader, createdAt, obstacle } = picture
  const isLogo = uses.some(({ what }) => what === 'logo')
  const isOver = licenceEndsAt !== null && licenceEndsAt <= new Date()
  const lastDay = licenceEndsAt && dayInZone(new Date(licenceEndsAt.getTime() - 1), site.zone)
  const problems = told()?.problems ?? []
  return (
    <>
      <PageHead
        title={name}
        back={{ label: 'Media', address: paths.mediaLibrary() }}
        status={isOver ? <Badge tone="danger">Licence ended: withheld from readers</Badge> : undefined}
        intro={`Picture ${id}: ${width} × ${height} pixels, ${format.toUpperCase()}, ${Math.ceil(bytes / 1000).toLocaleString('en')} kB. Brought by ${uploader ?? 'the house'} on ${formatMoment(createdAt, site)}.`}
      />
      {DONE[done] && problems.length === 0 && <Notice tone="success">{DONE[done]}</Notice>}
      {problems.map(({ words }) => (
        <Notice key={words} tone="danger" title="There is a problem">
          {words}
        </Notice>
      ))}
      {obstacle === null ? (
        <DescribeForm
          picture={{ id, width, height, address: paths.deskPicture(id) }}
          start={{
            ...{ alt: picture.alt, caption: picture.caption, credit: picture.credit, licence: picture.licence },
            ...{ licenceEnds: lastDay ?? '', across: percent(picture.focalX), down: percent(picture.focalY) },
          }}
          isDecorative={picture.decorative}
        />
      ) : (
        <PictureFacts picture={picture} lastDay={lastDay} obstacle={obstacle} />
      )}
      <Part title="Cut to shape" intro="As it was saved, around what must stay in view.">
        <ul className="desk-crops">
          {(Object.keys(NAMED_CROPS) as CropName[]).map((crop) => (
            <li key={crop}>
              {/* biome-ignore lint/performance/noImgElement: pictures of the desk come as they are */}
              <img
                src={paths.deskPicture(id, crop)}
                alt=""
                width={NAMED_CROPS[crop].width * 40}
                height={NAMED_CROPS[crop].height * 40}
                loading="lazy"
              />
              <strong>{crop}</strong> <small>{NAMED_CROPS[crop].where}</small>
            </li>
          ))}
        </ul>
      </Part>
      <Part
        title={uses.length === 0 ? 'Not used' : `Used in ${uses.length === 1 ? 'one place' : `${uses.length} places`}`}
      >
        <Uses uses={uses} />
      </Part>
      {obstacle === null && !isLogo && (
        <Part title="Replace" intro="Another file takes its place wherever it is shown. Words and rights stay.">
          <form method="post" action={paths.replaceMedia(id)} encType="multipart/form-data" className="desk-form">
            <TextField
              name="file"
              type="file"
              label="The new file"
              accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
            />
            <p>
              <Button>Replace everywhere</Button>
            </p>
          </form>
        </Part>
      )}
      {obstacle === null && isLogo && (
        <Part title="Replace">
          <p>
            It is the paper’s logo: <a href={paths.settings('look')}>put another one in its place in the settings</a>.
          </p>
        </Part>
      )}
      {obstacle === null && uses.length === 0 && (
        <Part title="Delete">
          <DeleteForm id={id} />
        </Part>
      )}
    </>
  )
}

const KINDS: Record<MediaUse['what'], string> = {
  article: 'Article',
  author: 'Author',
  front: 'Front',
  logo: 'Settings',
}

function Uses({ uses }: { uses: MediaUse[] }) {
  if (uses.length === 0) return <p>Nothing shows it.</p>
  return (
    <ul className="desk-uses">
      {uses.map(({ what, id, name, address }) => (
        <li key={`${what} ${id}`}>
          {KINDS[what]}: {address ? <a href={address}>{name}</a> : name}
        </li>
      ))}
    </ul>
  )
}

const percent = (fraction: number) => String(Math.round(fraction * 1000) / 10)
