import { paths } from '@/lib/paths'
import { requireProof } from '@/lib/people/account-commands'
import { exportForm, toPage } from '@/lib/people/account-forms'
import { answerOwnPost } from '@/lib/people/account-post'
import { formDone } from '@/lib/people/form-response'
import { askForExport } from '@/lib/personal-data/export-commands'

/** Asks for a copy of everything about oneself. */
export function POST(request: Request): Promise<Response> {
  return answerOwnPost(request, exportForm, async (signed, { sent, caller }) => {
    await requireProof(signed, sent.text('current'), caller)
    await askForExport(signed.viewer)
    return formDone(request, paths.accountExport('asked'))
  })
}

export const GET = () => toPage(paths.accountExport())
