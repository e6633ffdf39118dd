import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mayWrite } from '@/lib/articles/article-policy'
import { pictureHash } from '@/lib/articles/editing/desk-lookups'
import { readEnvironment } from '@/lib/env'
import { MediaStore } from '@/lib/media/media-store'
import { currentViewer } from '@/lib/people/current-viewer'

type Props = { params: Promise<{ id: string }> }

/** A picture for those who write, published or not. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer || !mayWrite(viewer)) return new Response(null, { status: 404 })
  const id = Number((await params).id)
  const hash = Number.isSafeInteger(id) ? await pictureHash(viewer, id) : null
  if (!hash) return new Response(null, { status: 404 })
  const file = await new MediaStore(join(readEnvironment().dataDir, 'media')).rendition(hash, 640, 'webp')
  return new Response(await readFile(file), { headers: { 'content-type': 'image/webp' } })
}
