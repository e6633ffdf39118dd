import { paths } from '../paths'

/** What belongs to a person or does something, and lists made up by whoever asks. */
const CLOSED = ['/account/', '/api/auth/', '/comments/', '/dashboard/', '/reset', '/search?', '/sign-in', '/sign-up']

/** What crawlers may ask for, and where the sitemaps are (RFC 9309). */
export function writeRobots(siteUrl: string): string {
  return [
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${siteUrl}${paths.sitemapIndex()}`,
    `Sitemap: ${siteUrl}${paths.newsSitemap()}`,
    '',
  ].join('\n')
}
