import { Facts } from '@/app/_components/newsroom/facts'
import { Notice } from '@/app/_components/newsroom/notice'
import type { Media } from '@/lib/media/media-queries'
import { paths } from '@/lib/paths'

type Props = { picture: Media; lastDay: string | null; obstacle: string }

/** A picture for somebody who may not change it, and why. */
export function PictureFacts({ picture, lastDay, obstacle }: Props) {
  const { id, width, height, alt, decorative, caption, credit, licence } = picture
  const described = alt || (decorative ? 'None: it only decorates.' : 'None yet')
  return (
    <>
      <Notice tone="info" title="You can use this picture, and not change it">
        {obstacle}
      </Notice>
      <p className="desk-focal-place is-still">
        {/* biome-ignore lint/performance/noImgElement: pictures of the desk come as they are */}
        <img src={paths.deskPicture(id)} alt={alt} width={width} height={height} />
      </p>
      <Facts
        facts={[
          ['Alternative text', described],
          ['Caption', caption || 'None'],
          ['Credit', credit || 'None yet'],
          ['Licence', licence || 'None yet'],
          ['Last day of the licence', lastDay ?? 'No end'],
        ]}
      />
    </>
  )
}
