import { notFound } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { auditAnswer } from '@/lib/audit/audit-answer'
import { mayReadAudit } from '@/lib/audit/audit-queries'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'

/** The audit log as CSV. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await requireStaff(paths.auditLog())
  if (!mayReadAudit(viewer)) notFound()
  return auditAnswer(viewer, 'csv', request.nextUrl.searchParams)
}
