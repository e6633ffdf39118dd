import type { Block } from '@/lib/articles/article-body'

/** A foreign page is named and linked, and not loaded. */
export function Embed({ block }: { block: Extract<Block, { type: 'embed' }> }) {
  const { provider, address, title } = block.attrs
  return (
    <p className="embed">
      <a href={address} rel="noopener">
        {title}
      </a>{' '}
      ({provider})
    </p>
  )
}
