import type { Block, Picture as PictureAttributes } from '@/lib/articles/article-body'
import { widthsOf } from '@/lib/media/rendition-address'
import { Picture } from '../ui/picture'
import { pictureAddress } from '../ui/picture-address'
import { Stylesheet } from '../ui/stylesheet'
import { Caption, type Images } from './figure'
import { keyOf } from './inline-text'

type GalleryProps = { block: Extract<Block, { type: 'gallery' }>; images: Images }

/**
 * Several pictures under one title: links to the large ones, which `app/_reader/gallery.js` opens on the page.
 */
export function Gallery({ block, images }: GalleryProps) {
  const { title } = block.attrs
  const pictures = block.attrs.pictures.filter(({ media }) => images.has(media))
  if (pictures.length === 0) return null
  return (
    <figure className="gallery" aria-label={title || 'Gallery'}>
      <Stylesheet name="gallery" />
      <figcaption>
        {title && <strong>{title}</strong>} {pictures.length === 1 ? '1 picture' : `${pictures.length} pictures`}
      </figcaption>
      <ul>
        {pictures.map((picture, index) => (
          <Tile
            key={keyOf(index)}
            picture={picture}
            images={images}
            place={`picture ${index + 1} of ${pictures.length}`}
          />
        ))}
      </ul>
    </figure>
  )
}

function Tile({ picture, images, place }: { picture: PictureAttributes; images: Images; place: string }) {
  const image = images.get(picture.media)
  if (!image) return null
  return (
    <li>
      <figure>
        <a href={pictureAddress(image, widthsOf(image).at(-1) ?? 320, 'jpg')}>
          <Picture
            image={{ ...image, alt: picture.alt }}
            sizes="(min-width: 43rem) 20rem, (min-width: 30rem) 50vw, 100vw"
            ratio="card"
          />
          <span className="unseen">Enlarge {place}</span>
        </a>
        <Caption caption={picture.caption || image.caption} credit={picture.credit || image.credit} />
      </figure>
    </li>
  )
}
