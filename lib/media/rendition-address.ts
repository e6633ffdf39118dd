import { isSlug } from '../articles/slug'
import { readPart } from '../paths'

/** Addresses of images: `/media/{id}/{name}-{width}.{avif,webp,jpg}`. Pure: pages write them, the server reads them. */

export const RENDITION_WIDTHS = [320, 480, 640, 800, 960, 1280, 1920] as const
export const RENDITION_FORMATS = ['avif', 'webp', 'jpg'] as const

export type Width = (typeof RENDITION_WIDTHS)[number]
export type Format = (typeof RENDITION_FORMATS)[number]

export type RenditionAddress = { id: number; name: string; width: Width; format: Format }

const ADDRESS = /^\/media\/([1-9]\d{0,14})\/([^/]{1,400})-(\d{3,4})\.(avif|webp|jpg)$/

/**
 * What an address asks for.
 *
 * @param path the path of the address, still percent-encoded; so is the `name` that is returned
 * @returns null when the address is none of ours, asks for a size that is not made, or for a name that no picture has
 */
export function parseRenditionAddress(path: string): RenditionAddress | null {
  const [, id, name, width, format] = ADDRESS.exec(path) ?? []
  const known = RENDITION_WIDTHS.find((candidate) => String(candidate) === width)
  if (!id || !name || !known || !isSlug(readPart(name))) return null
  return { id: Number(id), name, width: known, format: format as Format }
}

/** The widths that an image is offered in: those it has the pixels for, the smallest always. */
export function widthsOf({ width }: { width: number }): Width[] {
  return RENDITION_WIDTHS.filter((candidate, index) => index === 0 || candidate <= width)
}

type Addressed = typeof renditionAddress

/**
 * A `srcset` for each format, best first (HTML §4.8.4.2.1).
 *
 * @param addressOf where each of them is
 */
export function sourceSets(
  image: { id: number; name: string; width: number },
  addressOf: Addressed = renditionAddress,
): { format: Format; srcset: string }[] {
  return RENDITION_FORMATS.map((format) => ({
    format,
    srcset: widthsOf(image)
      .map((width) => `${addressOf(image, width, format)} ${width}w`)
      .join(', '),
  }))
}

/** The address of an image in a width and a format; parseRenditionAddress reads it. */
export function renditionAddress({ id, name }: { id: number; name: string }, width: Width, format: Format): string {
  return `/media/${id}/${encodeURIComponent(name)}-${width}.${format}`
}
