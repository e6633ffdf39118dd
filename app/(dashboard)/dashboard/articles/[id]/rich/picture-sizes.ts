import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'

type Size = Pick<DeskPicture, 'width' | 'height'>

const sizes = new Map<number, Size>()

/** Remembers how large pictures are, so that their place is kept before they are there. */
export function noteSizes(pictures: readonly DeskPicture[]): void {
  for (const { id, width, height } of pictures) sizes.set(id, { width, height })
}

export function pictureSize(media: number): Size | undefined {
  return sizes.get(media)
}
