import { connection } from 'next/server'
import { answering, notFound } from '@/lib/api/responses'

/** Whatever this API does not have. */
export async function GET(): Promise<Response> {
  await connection()
  return answering(() => notFound('There is nothing at this address. /api/v1/openapi.json says what there is.'))
}
