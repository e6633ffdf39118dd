import sharp from 'sharp'
import { cropAround } from './crop'

/** The shapes that pictures are cut to, by name. */
export const NAMED_CROPS = {
  '3:2': { width: 3, height: 2, where: 'cards' },
  '16:9': { width: 16, height: 9, where: 'the lead of a front, social cards' },
  '1:1': { width: 1, height: 1, where: 'portraits, small cards' },
  '4:5': { width: 4, height: 5, where: 'features on phones' },
} as const

export type CropName = keyof typeof NAMED_CROPS

export function isCropName(name: string): name is CropName {
  return Object.hasOwn(NAMED_CROPS, name)
}

/**
 * A picture cut to a named shape around what must stay in view.
 *
 * @param file where a rendition of it lies
 * @param focalX from the left, as a fraction of its width; `focalY` from the top
 */
export async function makeCrop(
  file: string,
  name: CropName,
  { focalX, focalY }: { focalX: number; focalY: number },
): Promise<Buffer> {
  const { width = 1, height = 1 } = await sharp(file).metadata()
  return sharp(file)
    .extract(cropAround({ width, height, focalX, focalY }, NAMED_CROPS[name]))
    .webp({ quality: 75 })
    .toBuffer()
}
