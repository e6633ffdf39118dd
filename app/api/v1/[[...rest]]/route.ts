import { answering, notFound } from '@/lib/api/responses'

export const dynamic = 'force-dynamic'

/** Whatever this API does not have. */
export async function GET(): Promise<Response> {
  return answering(() => notFound('There is nothing at this address. /api/v1/openapi.json says what there is.'))
}
