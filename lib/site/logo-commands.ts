import { join } from 'node:path'
import { readEnvironment } from '../env'
import { ImageRefused, inspectImage } from '../media/image'
import { storeMedia } from '../media/media-commands'
import { getMedia } from '../media/media-queries'
import { MediaStore } from '../media/media-store'
import { paths } from '../paths'
import { formDone, refuseForm } from '../people/form-response'
import type { Viewer } from '../people/viewer'
import type { Site } from './site'
import { changeSite } from './site-commands'

const MOST_BYTES = 1_500_000

/**
 * Takes a picture as the paper's logo, or changes how the one that is there is shown.
 *
 * @param request a form with the fields `logo`, a file, and `inverted`
 */
export async function takeLogo(viewer: Viewer, request: Request): Promise<Response> {
  const page = paths.settings('look')
  const form = await request.formData().catch(() => null)
  const file = form?.get('logo')
  const refuse = (words: string) => refuseForm(request, page, { status: 422, problems: [{ field: 'logo', words }] })
  if (!form || typeof file === 'string') return refuse('Choose a picture.')
  const change: Partial<Site> = { isLogoInverted: form.get('inverted') === 'on' }
  if (file && file.size > 0) {
    if (file.size > MOST_BYTES) return refuse('The picture has more than 1.5 MB: save it smaller.')
    try {
      change.logo = await storeLogo(viewer, new Uint8Array(await file.arrayBuffer()), file.name)
    } catch (error) {
      if (error instanceof ImageRefused) return refuse(error.message)
      throw error
    }
  }
  await changeSite(viewer, change)
  return formDone(request, `${page}?saved`)
}

async function storeLogo(viewer: Viewer, bytes: Uint8Array, name: string): Promise<Site['logo']> {
  const { width, height } = await inspectImage(bytes)
  if (width < 120 || width < height / 2) {
    throw new ImageRefused(`The picture has ${width} × ${height} pixels: a logo is at least 120 wide, and not so tall.`)
  }
  const store = new MediaStore(join(readEnvironment().dataDir, 'media'))
  const id = await storeMedia(viewer, store, { bytes, name, alt: '' })
  const media = await getMedia(viewer, id)
  return media && { id, name: media.name, width, height }
}
