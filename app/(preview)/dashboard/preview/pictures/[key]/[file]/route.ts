import { readFile } from 'node:fs/promises'
import { mayPreviewPicture } from '@/lib/articles/preview-queries'
import { findMediaHash } from '@/lib/media/media-queries'
import { parseRenditionAddress } from '@/lib/media/rendition-address'
import { mediaStore } from '@/lib/media/upload'
import { currentViewer } from '@/lib/people/current-viewer'

type Props = { params: Promise<{ key: string; file: string }> }

const TYPES = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }

/** A picture of a preview, for whoever may see that one. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const nothing = () => new Response(null, { status: 404 })
  const { key, file } = await params
  const [, id, rest] = /^([1-9]\d{0,14})(-.*)$/.exec(file) ?? []
  const address = id ? parseRenditionAddress(`/media/${id}/picture${rest}`) : null
  if (!address || !(await mayPreviewPicture(key, address.id, await currentViewer()))) return nothing()
  const hash = await findMediaHash(address.id)
  if (!hash) return nothing()
  const path = await mediaStore().rendition(hash, address.width, address.format)
  return new Response(new Uint8Array(await readFile(path)), { headers: { 'content-type': TYPES[address.format] } })
}
