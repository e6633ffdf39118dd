import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { editionAt, makeEdition } from './edition.mjs'
import { filesBelow } from './files-below.mjs'
import { bundlePageScripts } from './page-scripts.mjs'
import { findRoutes, writeRouteModule } from './route-handlers.mjs'
import { root, step } from './step.mjs'
import { inTurn } from './turn.mjs'

/** What the pages and the server are made of, and what the operator's tool is. */
const SOURCES = [
  'app',
  'lib',
  'db',
  'public',
  'next.config.js',
  '.browserslistrc',
  'tsconfig.json',
  'package-lock.json',
]
const PORTAL_SOURCES = ['lib', 'db', 'tsconfig.json', 'package-lock.json']

/** What lies among it and changes nothing: the demo newsroom's texts are read when they are loaded, its drawings are built in. */
const NOT_BUILT = [
  /\.test\.tsx?$/,
  /\.md$/,
  /^db[/\\]seed[/\\].*(?<!\.ts)$/,
  /^public[/\\](?:fonts|icons)[/\\].*\.mjs$/,
]

const BUNDLES = {
  server: { entry: 'lib/serving/server.ts', outfile: 'server.mjs', mode: 'production' },
  development: { entry: 'lib/serving/server.ts', outfile: '.build/dev/server.mjs', mode: 'development' },
  searchBench: { entry: 'lib/operating/search-bench.ts', outfile: '.build/search-bench.mjs', mode: 'production' },
  portal: { entry: 'lib/operating/portal.ts', outfile: '.build/portal.mjs', mode: 'production' },
  settings: { entry: 'lib/env.ts', outfile: '.build/settings.mjs', mode: 'production' },
}

const stamp = join(root, '.build/stamp')
const portalStamp = join(root, '.build/portal.stamp')

/**
 * Builds the pages, the server and the operator's tool when the build is missing or older than its sources. Each build
 * lies in a folder of its own: a server that runs goes on with the one that it was started from.
 *
 * @returns {Promise<string>} the server's file
 */
export async function ensureBuilt() {
  let server = builtServer()
  if (server) return server
  await inTurn('build', async () => {
    server = builtServer()
    if (server) return
    // Taken before: what is changed while it builds is not in it.
    const wanted = fingerprint(SOURCES)
    const next = join(root, 'node_modules/next/dist/bin/next')
    const environment = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
    await step(
      'Building the pages (when something changed, about a minute)',
      process.execPath,
      [next, 'build'],
      environment,
    )
    await makeEdition(wanted, async (folder) => {
      await bundlePageScripts(folder)
      await bundle('server', folder)
      await bundleRoutes(folder)
    })
    server = join(editionAt(wanted), BUNDLES.server.outfile)
    await bundle('portal')
    write(portalStamp, fingerprint(PORTAL_SOURCES))
    write(stamp, wanted)
  })
  return server
}

/** Whether the build is there and as new as its sources. */
export function isBuilt() {
  return builtServer() !== null
}

/** The server of the build that is as new as its sources; null when there is none. */
function builtServer() {
  const wanted = fingerprint(SOURCES)
  const server = join(editionAt(wanted), BUNDLES.server.outfile)
  const files = [join(root, '.next/BUILD_ID'), join(root, BUNDLES.portal.outfile), server]
  const isThere = files.every((file) => existsSync(file))
  return isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted ? server : null
}

/**
 * The operator's tool, bundled anew when it is missing or older than its sources. The pages are not needed for it.
 *
 * @returns {Promise<string>} the file
 */
export async function ensurePortalBuilt() {
  const file = join(root, BUNDLES.portal.outfile)
  if (existsSync(file) && isStamped(portalStamp, PORTAL_SOURCES)) return file
  const wanted = fingerprint(PORTAL_SOURCES)
  await bundle('portal')
  write(portalStamp, wanted)
  return file
}

/** Reads the settings before the long part of a first start. @throws {SettingError} at the first that cannot be used */
export async function checkSettings() {
  const { readEnvironment } = await import(pathToFileURL(await bundle('settings')).href)
  readEnvironment()
}

/**
 * Bundles one program into a file that Node.js runs as it is; the packages stay outside.
 *
 * @param {keyof typeof BUNDLES} name
 * @param {string} [below] the folder that it is put below
 * @returns {Promise<string>} the file
 */
export async function bundle(name, below = root) {
  const { entry, outfile, mode } = BUNDLES[name]
  return bundleProgram({ entryPoints: [join(root, entry)] }, join(below, outfile), mode)
}

/** Bundles the handlers that answer without Next. */
function bundleRoutes(folder) {
  const contents = writeRouteModule(findRoutes())
  const stdin = { contents, resolveDir: root, sourcefile: 'routes.ts', loader: 'ts' }
  return bundleProgram({ stdin }, join(folder, 'routes.mjs'), 'production')
}

async function bundleProgram(entry, outfile, mode) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    ...entry,
    outfile,
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'error',
    tsconfig: join(root, 'tsconfig.json'),
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  })
  for (const { path, contents } of outputFiles) write(path, contents)
  return outfile
}

/** Another command may be reading the file: it is the old one or the new one, never half of one. */
function write(path, contents) {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, contents)
  renameSync(draft, path)
}

function isStamped(file, sources) {
  return existsSync(file) && readFileSync(file, 'utf8') === fingerprint(sources)
}

/** The same for the same sources, whenever and wherever they were checked out. */
function fingerprint(sources) {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of sourceFiles(join(root, source))) {
      const name = relative(root, file)
      if (NOT_BUILT.some((pattern) => pattern.test(name))) continue
      const contents = readFileSync(file)
      hash.update(`${name}\n${contents.length}\n`).update(contents)
    }
  }
  return hash.digest('hex')
}

function sourceFiles(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? [path] : filesBelow(path).sort()
}
