import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Image } from '../articles/article'
import { readEnvironment } from '../env'
import { cropAround } from '../media/crop'
import { getPublicMedia } from '../media/media-queries'
import { MediaStore } from '../media/media-store'

type Frame = { width: number; height: number }

/**
 * A picture cut to a frame around what must stay in view, as an address that holds it whole; null when it is not for
 * everyone.
 */
export async function cardPicture(image: Image, frame: Frame): Promise<string | null> {
  const media = await getPublicMedia(image.id, image.name)
  if (!media) return null
  const store = new MediaStore(join(readEnvironment().dataDir, 'media'))
  const bytes = await readFile(await store.rendition(media.hash, 1280, 'jpg'))
  const { width = 1, height = 1 } = await sharp(bytes).metadata()
  const cut = await sharp(bytes)
    .extract(cropAround({ ...image, width, height }, frame))
    .resize(frame.width, frame.height)
    .jpeg({ quality: 90 })
    .toBuffer()
  return `data:image/jpeg;base64,${cut.toString('base64')}`
}
