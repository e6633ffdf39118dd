import type { Image } from '@/lib/articles/article'
import type { Picture as PictureAttributes } from '@/lib/articles/article-body'
import { Picture } from '../ui/picture'

/** Every picture that a body names, by its id. */
export type Images = ReadonlyMap<number, Image>

/** A picture in the text, with what it shows and who made it. */
export function Figure({ picture, images }: { picture: PictureAttributes; images: Images }) {
  const image = images.get(picture.media)
  if (!image) return null
  return (
    <figure>
      <Picture image={{ ...image, alt: picture.alt }} sizes="(min-width: 43rem) 40rem, 100vw" />
      <Caption caption={picture.caption || image.caption} credit={picture.credit || image.credit} />
    </figure>
  )
}

/** What a picture shows, and who made it. */
export function Caption({ caption, credit }: { caption: string; credit: string }) {
  if (!caption && !credit) return null
  return <figcaption>{[caption, credit].filter(Boolean).join(' ')}</figcaption>
}
