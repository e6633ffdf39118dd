import { paths } from '@/lib/paths'

/** How somebody shows themselves. @param portrait the key of its address; @param side in CSS pixels */
export function Portrait(props: { portrait: string; side: number; alt?: string; className?: string }) {
  const { portrait, side, alt = '', className } = props
  return (
    // biome-ignore lint/performance/noImgElement: it is small and made already
    <img src={paths.portrait(portrait)} alt={alt} width={side} height={side} className={className} loading="lazy" />
  )
}
