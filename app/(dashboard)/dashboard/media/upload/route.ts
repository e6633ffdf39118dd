import { mayUseMedia } from '@/lib/media/media-policy'
import { takeUploads } from '@/lib/media/upload'
import { paths } from '@/lib/paths'
import { toPage } from '@/lib/people/account-forms'
import { formDone, refuseForm, wantsJson } from '@/lib/people/form-response'
import { requireRight } from '@/lib/people/require-right'

/** Takes pictures into the library; each file is told of by itself. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await requireRight(mayUseMedia, paths.mediaLibrary())
  const form = await request.formData().catch(() => null)
  const refuse = (words: string[]) => {
    const problems = words.map((line) => ({ field: 'files', words: line }))
    return refuseForm(request, paths.mediaLibrary(), { status: 422, problems })
  }
  if (!form) return refuse(['Choose pictures to upload.'])
  const uploaded = await takeUploads(viewer, form)
  if (uploaded.length === 0) return refuse(['Choose pictures to upload.'])
  if (wantsJson(request)) return Response.json({ uploaded })
  const problems = uploaded.flatMap((file) => ('problem' in file ? [`${file.file}: ${file.problem}`] : []))
  if (problems.length > 0) return refuse(problems)
  const [first] = uploaded
  if (uploaded.length === 1 && first && 'id' in first)
    return formDone(request, paths.mediaDesk(first.id, first.isKnown ? 'known' : 'uploaded'))
  return formDone(request, paths.mediaLibrary('view=undescribed&done=uploaded'))
}

export const GET = () => toPage(paths.mediaLibrary())
