import { readEnvironment } from '../env'

/** The addresses of the read API, absolute: whoever reads an answer need not know where it came from. */
export const apiPaths = {
  root: () => '/api/v1',
  article: (slug: string) => `${apiPaths.root()}/articles/${encodeURIComponent(slug)}`,
}

/** @param path of this site, with or without a query */
export function absolute(path: string): string {
  return readEnvironment().siteUrl + path
}
