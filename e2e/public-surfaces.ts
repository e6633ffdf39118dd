import { readdirSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Secret, SURFACES } from '@/lib/articles/leaks/public-surfaces'
import { isPrivateAddress } from '@/lib/serving/private-pages'

const APP = fileURLToPath(new URL('../app', import.meta.url))

/** Whether a route is answered to one person, or does something. */
export function isPersonal(route: string): boolean {
  return isPrivateAddress(route) && !(route in SURFACES)
}

/** The routes that `app/` holds, in the words of the table: groups left out, what varies as a star. */
export function routesOfTheApplication(): string[] {
  const files = readdirSync(APP, { recursive: true, withFileTypes: true })
  const routes = files.flatMap((file) => {
    const ending = file.isFile() && addressEnding(file.name)
    if (ending === false || ending === null) return []
    const folder = relative(APP, file.parentPath)
    if (folder.split('/').some((part) => part.startsWith('_'))) return []
    const route = routeOf(folder)
    return [ending === '' ? route : `${route === '/' ? '' : route}/${ending}`]
  })
  return [...new Set(routes)].sort()
}

/** The route of a folder below `app/`, in the words of the table: groups left out, what varies as a star. */
export function routeOf(folder: string): string {
  const parts = folder.split('/').filter((part) => part !== '' && !/^[(@_]/.test(part))
  return `/${parts.map(starred).join('/')}`
}

/** The last part of the address that a file of `app/` makes; null when it makes none (Next, “Metadata files”). */
function addressEnding(name: string): string | null {
  const [, kind] =
    /^(page|route|opengraph-image|twitter-image|icon|apple-icon|sitemap|robots|manifest)\d?\.(?:tsx?|jsx?)$/.exec(
      name,
    ) ?? []
  if (!kind) return null
  const made: Record<string, string> = {
    page: '',
    route: '',
    sitemap: 'sitemap.xml',
    robots: 'robots.txt',
    manifest: 'manifest.webmanifest',
  }
  return made[kind] ?? kind
}

function starred(part: string): string {
  if (/^\[+\.\.\./.test(part)) return '**'
  return part.replace(/\[[^\]]+\]/g, '*')
}

/** What gives an article away, wherever it stands. */
export function tracesOf({ id, slug, headline, headWord }: Secret): string[] {
  return [headline, headWord, slug, String(id)]
}
