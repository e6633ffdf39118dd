import { ImageRefused } from '@/lib/media/image'
import { MediaOutOfReach, MediaRefused, replaceMedia } from '@/lib/media/media-desk-commands'
import { getMediaObstacle } from '@/lib/media/media-desk-sql'
import { mayUseMedia } from '@/lib/media/media-policy'
import { mediaStore } from '@/lib/media/upload'
import { paths } from '@/lib/paths'
import { toPage } from '@/lib/people/account-forms'
import { formDone, refuseForm } from '@/lib/people/form-response'
import { requireRight } from '@/lib/people/require-right'
import { Refused } from '@/lib/people/viewer'

type Context = { params: Promise<{ id: string }> }

/** Puts another file in a picture's place, wherever it is shown. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const id = Number((await params).id)
  const viewer = await requireRight(mayUseMedia, paths.mediaDesk(id))
  const obstacle = await getMediaObstacle(viewer, id).catch(nothingIfRefused)
  if (obstacle === undefined) return new Response('Not found\n', { status: 404 })
  const refuse = (words: string, status: 403 | 422 = 422) =>
    refuseForm(request, paths.mediaDesk(id), { status, problems: [{ field: 'file', words }] })
  if (obstacle !== null) return refuse(obstacle, 403)
  const file = (await request.formData().catch(() => null))?.get('file')
  if (!file || typeof file === 'string' || file.size === 0) return refuse('Choose the picture to put in its place.')
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    await replaceMedia(viewer, id, mediaStore(), { bytes, name: file.name })
  } catch (error) {
    if (error instanceof Refused) return new Response('Not found\n', { status: 404 })
    if (error instanceof MediaOutOfReach) return refuse(error.message, 403)
    if (error instanceof ImageRefused || error instanceof MediaRefused) return refuse(error.message)
    throw error
  }
  return formDone(request, paths.mediaDesk(id, 'replaced'))
}

export const GET = async (_: Request, { params }: Context) => toPage(paths.mediaDesk(Number((await params).id)))

function nothingIfRefused(error: unknown): undefined {
  if (!(error instanceof Refused)) throw error
}
