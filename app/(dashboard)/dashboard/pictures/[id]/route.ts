import { readFile } from 'node:fs/promises'
import type { NextRequest } from 'next/server'
import { mayUseMedia } from '@/lib/media/media-policy'
import { getMedia } from '@/lib/media/media-queries'
import { isCropName, makeCrop } from '@/lib/media/named-crops'
import { mediaStore } from '@/lib/media/upload'
import { currentViewer } from '@/lib/people/current-viewer'

type Props = { params: Promise<{ id: string }> }

/** A picture for those who write, published or not, whole or cut to a named shape. */
export async function GET(request: NextRequest, { params }: Props): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer || !mayUseMedia(viewer)) return new Response(null, { status: 404 })
  const id = Number((await params).id)
  const picture = Number.isSafeInteger(id) ? await getMedia(viewer, id) : null
  if (!picture) return new Response(null, { status: 404 })
  const file = await mediaStore().rendition(picture.hash, 640, 'webp')
  const crop = request.nextUrl.searchParams.get('crop') ?? ''
  const bytes = isCropName(crop) ? await makeCrop(file, crop, picture) : await readFile(file)
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/webp' } })
}
