import { renditionAddress, sourceSets } from '@/lib/media/rendition-address'
import type { Site } from '@/lib/site/site'
import { Stylesheet } from '../ui/stylesheet'

/** The paper's name as a picture. There is no JPEG of it that is used: it would have no transparent ground. */
export function Logo({ site: { logo, isLogoInverted, name } }: { site: Site }) {
  if (!logo) return name
  return (
    <picture>
      <Stylesheet name="logo" />
      {sourceSets(logo)
        .filter(({ format }) => format === 'avif')
        .map(({ format, srcset }) => (
          <source key={format} type="image/avif" srcSet={srcset} sizes="20rem" />
        ))}
      <img
        className={isLogoInverted ? 'logo logo-inverted' : 'logo'}
        src={renditionAddress(logo, 480, 'webp')}
        width={logo.width}
        height={logo.height}
        alt={name}
        fetchPriority="high"
      />
    </picture>
  )
}
