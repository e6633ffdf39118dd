import { paths } from '../paths'
import type { Site } from './site'

const icon = (name: string, size: number, purpose?: 'maskable') => ({
  src: `/icons/${name}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
})

/** What a device needs to keep the paper as an application (W3C, Web Application Manifest). */
export function writeManifest({ name, description, language }: Site): string {
  return JSON.stringify({
    id: paths.home(),
    name,
    short_name: name,
    description,
    lang: language,
    start_url: paths.home(),
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: [icon('icon-192', 192), icon('icon-512', 512), icon('icon-maskable-512', 512, 'maskable')],
  })
}
