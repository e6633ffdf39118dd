import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { takeLogo } from '@/lib/site/logo-commands'
import { mayChangeSettings } from '@/lib/site/site-policy'

/** Takes the paper's logo. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await requireRight(mayChangeSettings, paths.settings('look'))
  return takeLogo(viewer, request)
}
