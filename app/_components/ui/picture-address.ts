import { type Format, renditionAddress, type Width } from '@/lib/media/rendition-address'
import { paths } from '@/lib/paths'
import { previewKey } from '@/lib/serving/render-scope'

/** Where a picture of the page being rendered is: for a preview, where whoever may see that one gets it. */
export function pictureAddress(image: { id: number; name: string }, width: Width, format: Format): string {
  const key = previewKey()
  return key === null ? renditionAddress(image, width, format) : paths.previewPicture(key, image.id, width, format)
}
