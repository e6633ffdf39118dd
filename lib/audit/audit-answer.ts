import type { Viewer } from '../people/viewer'
import { write } from '../write'
import { audit } from './audit-commands'
import { auditCsv, auditJson } from './audit-export'
import { auditFilterFrom } from './audit-input'
import { exportAudit } from './audit-queries'

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

/**
 * The log as a file; that it was taken along is noted in it.
 *
 * @param parameters the filter, as the page of the log has it
 * @throws {Refused} when the viewer may not read it
 */
export async function auditAnswer(
  viewer: Viewer,
  format: 'csv' | 'json',
  parameters: URLSearchParams,
): Promise<Response> {
  const filter = auditFilterFrom(Object.fromEntries(parameters))
  const lines = await exportAudit(viewer, filter)
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
  await write((tx) =>
    audit(tx, viewer, { action: 'audit.export', subject: 'audit', detail: { format, lines: lines.length, ...asked } }),
  )
  const day = new Date().toISOString().slice(0, 10)
  const headers = {
    'content-type': TYPES[format],
    'content-disposition': `attachment; filename="audit-log-${day}.${format}"`,
  }
  return new Response(format === 'csv' ? auditCsv(lines) : auditJson(lines), { headers })
}
