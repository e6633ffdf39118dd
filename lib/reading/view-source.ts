/** From where a reader came, where it is no site by name. None of them holds a full stop, as names of sites do. */
export const DIRECT = 'direct'
/** Another page of the paper. */
export const OWN = 'own'
/** Sites beyond the number that is kept apart, and whatever is no site. */
export const OTHER = 'other'

/** A name in the DNS (RFC 1123 §2.1), in the lower case in which browsers write it. */
const SITE = /^(?=.{4,100}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/

/**
 * The site that a `Referer` names. It is called for every view, and so looks at no more than where the name stands.
 *
 * @param ownHost the host of the paper itself, with its port
 * @returns the host as it was written; `knownSource` says whether it is one
 */
export function sourceOf(referer: string | undefined, ownHost: string): string {
  if (!referer) return DIRECT
  const start = referer.indexOf('://') + 3
  if (start < 3) return OTHER
  const end = referer.indexOf('/', start)
  const host = end < 0 ? referer.slice(start) : referer.slice(start, end)
  return host === ownHost ? OWN : host
}

/** A source as it may be stored: `www.` and ports say nothing, and what is no site's name is none. */
export function knownSource(source: string): string {
  if (source === DIRECT || source === OWN) return source
  const site = source
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^www\./, '')
  return SITE.test(site) ? site : OTHER
}
