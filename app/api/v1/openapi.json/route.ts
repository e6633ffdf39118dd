import { describeApi } from '@/lib/api/openapi'
import { answering, openJson } from '@/lib/api/responses'
import { getSite } from '@/lib/site/site-queries'

export const dynamic = 'force-dynamic'

/** The description of this API (OpenAPI 3.1). */
export async function GET(): Promise<Response> {
  return answering(async () => openJson(describeApi(await getSite())))
}
