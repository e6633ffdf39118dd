import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, parse, relative } from 'node:path'
import { root } from './step.mjs'

const SOURCES = join(root, 'app/_reader')

/** What runs before anything is painted, and therefore as no module. */
const THEME = join(SOURCES, 'theme.js')

/**
 * Bundles what the pages for everyone run: one module for each kind of page, and what is only needed after a click or
 * further down in modules of its own. Their names change with their content.
 *
 * @param {string} folder of the build: `reader/` and `scripts.json` are put into it
 * @param {{ isPinned?: boolean }} [options] plain names and readable text instead, for whoever develops
 */
export async function bundlePageScripts(folder, { isPinned = false } = {}) {
  const pages = readdirSync(join(SOURCES, 'pages')).map((name) => join(SOURCES, 'pages', name))
  const out = join(folder, 'reader')
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const addresses = {}
  // Each by itself: bundled together they would share parts, and a page would wait for two files instead of one.
  for (const file of [...pages, THEME]) {
    const entry = await bundleScript(file, out, isPinned)
    addresses[parse(file).name] = `/reader/${entry}`
  }
  writeFileSync(join(folder, 'scripts.json'), JSON.stringify(addresses))
}

/**
 * In development the framework's own script stays in every page and would take away what ours has added before it began.
 *
 * @returns the name of a module that loads this one when the framework has begun
 */
function holdBack(out, name) {
  const first = name.replace('-begun', '')
  const text = `const looks = setInterval(() => {
  if (!Object.keys(document.body).some((key) => key.startsWith('__reactFiber'))) return
  clearInterval(looks)
  setTimeout(() => import('./${name}'), 100)
}, 50)
`
  writeFileSync(join(out, first), text)
  return first
}

/** @returns the name of the file that the page asks for */
async function bundleScript(file, out, isPinned) {
  const { build } = await import('esbuild')
  const isModule = file !== THEME
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    outdir: out,
    write: false,
    bundle: true,
    metafile: true,
    absWorkingDir: root,
    platform: 'browser',
    format: isModule ? 'esm' : 'iife',
    splitting: isModule,
    target: 'es2022',
    minify: !isPinned,
    entryNames: isPinned ? (isModule ? '[name]-begun' : '[name]') : '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    // Styles of what comes later: a script imports where they lie, beside itself.
    ...{ loader: { '.css': 'file' }, assetNames: '[name]-[hash]' },
    logLevel: 'error',
  })
  for (const { path, contents } of outputFiles) writeFileSync(path, contents)
  const source = relative(root, file).replaceAll('\\', '/')
  const [made] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === source)
  return isPinned && isModule ? holdBack(out, basename(made)) : basename(made)
}
