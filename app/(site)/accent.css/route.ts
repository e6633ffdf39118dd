import { accentStyles } from '@/lib/site/accent'
import { getSite } from '@/lib/site/site-queries'

export const dynamic = 'force-dynamic'

/** The house's colour in the place of petrol: asked for by every page of a newsroom that has chosen one. */
export async function GET(): Promise<Response> {
  const { accent } = await getSite()
  return new Response(accentStyles(accent), { headers: { 'content-type': 'text/css; charset=utf-8' } })
}
