import type { Image } from '@/lib/articles/article'
import { type Format, sourceSets, widthsOf } from '@/lib/media/rendition-address'
import { pictureAddress } from './picture-address'

const TYPES: Record<Format, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }

type PictureProps = {
  image: Image
  /** How wide it is drawn, as `sizes` says it. */
  sizes: string
  ratio?: 'own' | 'wide' | 'card' | 'square'
  /** The picture that the page is waited for. */
  isFirst?: boolean
  /** Says nothing that stands beside it in words. */
  decorative?: boolean
}

/** A picture in every format and width that there is of it; its place is kept free before it is there. */
export function Picture({ image, sizes, ratio = 'own', isFirst = false, decorative = false }: PictureProps) {
  const sets = sourceSets(image, pictureAddress)
  const widest = widthsOf(image).at(-1) ?? 320
  return (
    <picture className={`picture ${ratio === 'own' ? '' : `${ratio}-ratio ${focusOf(image)}`}`.trim()}>
      {sets.slice(0, -1).map(({ format, srcset }) => (
        <source key={format} type={TYPES[format]} srcSet={srcset} sizes={sizes} />
      ))}
      <img
        src={pictureAddress(image, widest, 'jpg')}
        srcSet={sets.at(-1)?.srcset}
        sizes={sizes}
        width={image.width}
        height={image.height}
        alt={decorative ? '' : image.alt}
        loading={isFirst ? 'eager' : 'lazy'}
        fetchPriority={isFirst ? 'high' : undefined}
        decoding="async"
      />
    </picture>
  )
}

/** Which ninth of the picture must stay in view when it is cut. */
function focusOf({ focalX, focalY }: Image): string {
  const across = third(focalX, 'focus-left', 'focus-right')
  const down = third(focalY, 'focus-top', 'focus-bottom')
  return `${across} ${down}`.trim()
}

function third(place: number, first: string, last: string): string {
  if (place < 1 / 3) return first
  return place > 2 / 3 ? last : ''
}
