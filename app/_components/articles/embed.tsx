import type { Block } from '@/lib/articles/article-body'
import { providerOf } from '@/lib/articles/embed-providers'
import { Picture } from '../ui/picture'
import { Stylesheet } from '../ui/stylesheet'
import type { Images } from './figure'

type EmbedProps = { block: Extract<Block, { type: 'embed' }>; images: Images }

/**
 * A page of someone else's: named and linked, and not loaded. `app/_reader/embed.js` offers to load it from those whom
 * the page may frame.
 */
export function Embed({ block, images }: EmbedProps) {
  const { address, title, thumbnail } = block.attrs
  const { name, frame, shape } = providerOf(address)
  const image = thumbnail && images.get(thumbnail.media)
  return (
    <figure className="embed" data-frame={frame} data-provider={name} data-shape={shape} data-title={title}>
      <Stylesheet name="embed" />
      <a href={address} rel="noopener">
        {image && <Picture image={image} sizes="(min-width: 43rem) 40rem, 100vw" ratio="card" decorative />}
        <strong>{title}</strong> <span>{name}</span>
      </a>
      {frame && <figcaption>Nothing is loaded from {name} until you ask for it.</figcaption>}
    </figure>
  )
}
