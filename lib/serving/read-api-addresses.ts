/** The addresses of the read API: public like a page, and answered in JSON whatever happens. */

const ROOT = '/api/v1'

/** @param path with or without a query */
export function isReadApiAddress(path: string): boolean {
  return path.startsWith(ROOT) && (path.length === ROOT.length || '/?'.includes(path.charAt(ROOT.length)))
}
