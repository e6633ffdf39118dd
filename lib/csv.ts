/**
 * Rows as a CSV file (RFC 4180), safe to open in a spreadsheet: a cell that one would take for a formula begins with an
 * apostrophe, by which it is text (OWASP, “CSV Injection”).
 */
export function csvFile(head: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [csvLine(head)]
  for (const row of rows) lines.push(csvLine(row))
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  return `\uFEFF${lines.join('')}`
}

/** Signs that begin a formula, in their wide forms too, whatever blank stands before them. */
const FORMULA = /^\s*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
