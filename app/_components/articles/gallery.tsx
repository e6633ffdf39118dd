import type { Block } from '@/lib/articles/article-body'
import { Figure, type Images } from './figure'
import { keyOf } from './inline-text'

type GalleryProps = { block: Extract<Block, { type: 'gallery' }>; images: Images }

/** Several pictures under one title. */
export function Gallery({ block, images }: GalleryProps) {
  return (
    <div className="gallery">
      {block.attrs.pictures.map((picture, index) => (
        <Figure key={keyOf(index)} picture={picture} images={images} />
      ))}
    </div>
  )
}
