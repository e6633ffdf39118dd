import { basename, join, relative, sep } from 'node:path'
import { filesBelow } from './files-below.mjs'
import { root } from './step.mjs'

/** What Next calls a file that answers at the address of its folder. */
const ANSWERING = new Set(['page.tsx', 'route.ts'])

/** Where what everyone may read is answered. */
const FOR_EVERYONE = ['app/(site)', 'app/api/v1']

/** Cards are drawn by Next's own means. */
const NEEDS_NEXT = /\/card\//

/**
 * Every address of the application by its shape, as Next finds them in its folders, the most particular first; with the
 * file of its handler where that answers everyone and needs nothing of Next's: feeds, sitemaps, the read API.
 *
 * @param {string} [house] the folder that has `app/`
 * @returns {{ shape: string, file: string | null }[]} shapes as `/[section]/feed.xml`
 */
export function findRoutes(house = root) {
  const files = filesBelow(join(house, 'app'))
    .filter((file) => ANSWERING.has(basename(file)))
    .map((file) => relative(house, file).replaceAll(sep, '/'))
  const found = files.map((file) => ({ shape: shapeOf(file), file: isDirect(file) ? file : null }))
  return found.sort((one, other) => (rankOf(one.shape) < rankOf(other.shape) ? -1 : 1))
}

/**
 * The module that hands the handlers to `lib/serving/route-handlers.ts`, in words.
 *
 * @param {ReturnType<typeof findRoutes>} routes
 */
export function writeRouteModule(routes) {
  const imports = routes.map(({ file }, place) => file && `import { GET as get${place} } from './${file}'`)
  const entries = routes.map(
    ({ shape, file }, place) => `  { shape: '${shape}', GET: ${file ? `get${place}` : null} },`,
  )
  return `${imports.filter(Boolean).join('\n')}\n\nexport const routes = [\n${entries.join('\n')}\n]\n`
}

function isDirect(file) {
  return (
    file.endsWith('/route.ts') && FOR_EVERYONE.some((folder) => file.startsWith(`${folder}/`)) && !NEEDS_NEXT.test(file)
  )
}

/** Groups, in brackets, are no part of an address. */
function shapeOf(file) {
  const parts = file.split('/').slice(1, -1)
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`
}

/** Part by part, what is written out comes before what is any name, and that before what is any number of them. */
function rankOf(shape) {
  return shape
    .split('/')
    .map((part) => (part.startsWith('[[') || part.startsWith('[...') ? '3' : part.startsWith('[') ? '2' : `1${part}`))
    .join('/')
}
