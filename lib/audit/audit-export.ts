import { csvFile } from '../csv'
import type { AuditLine } from './audit-queries'

const HEAD = ['When', 'Who', 'Person', 'Action', 'Subject', 'Name', 'Detail']

/** Lines of the log as a file for a spreadsheet; times are UTC (RFC 3339). */
export function auditCsv(lines: AuditLine[]): string {
  return csvFile(
    HEAD,
    lines.map(({ at, actor, personId, action, subject, name, detail }) => [
      at.toISOString(),
      actor,
      personId === null ? '' : String(personId),
      action,
      subject,
      name ?? '',
      Object.keys(detail).length > 0 ? JSON.stringify(detail) : '',
    ]),
  )
}

/** Lines of the log as JSON. */
export function auditJson(lines: AuditLine[]): string {
  return `${JSON.stringify(lines, null, 1)}\n`
}
