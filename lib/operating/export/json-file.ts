import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'

/**
 * Writes a JSON array a row at a time, so that its length does not matter.
 *
 * @returns how many rows there are
 */
export async function writeJsonArray(file: string, rows: Iterable<unknown> | AsyncIterable<unknown>): Promise<number> {
  const handle = openSync(file, 'w')
  let total = 0
  try {
    for await (const row of rows) {
      writeSync(handle, `${total === 0 ? '[\n' : ',\n'}${JSON.stringify(row)}`)
      total += 1
    }
    writeSync(handle, total === 0 ? '[]\n' : '\n]\n')
  } finally {
    closeSync(handle)
  }
  return total
}

export function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}

/** Comma-separated values (RFC 4180), the names of the columns first. */
export function writeCsv(file: string, columns: string[], rows: Record<string, unknown>[]): void {
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))]
  writeFileSync(file, lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join(''))
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
