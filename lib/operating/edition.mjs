import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { root } from './step.mjs'

const EDITIONS = join(root, '.build/editions')

/** Of Next's folder, what serves nothing. */
const NOT_SERVED = /^(?:cache|dev|diagnostics|lock|trace|trace-build|turbopack|types)$/

/** How many builds stay: a server that runs has the files of the one it was started from. */
const KEPT = 3

/**
 * The folder of one build, in which lies everything that a running server reads of it.
 *
 * @param {string} fingerprint of its sources
 */
export function editionAt(fingerprint) {
  return join(EDITIONS, fingerprint.slice(0, 16))
}

/**
 * Puts a build together beside those before it, and lets the oldest go. It is there whole or not at all.
 *
 * @param {string} fingerprint of its sources
 * @param {(folder: string) => Promise<void>} addMore puts more into its folder
 */
export async function makeEdition(fingerprint, addMore) {
  const edition = editionAt(fingerprint)
  const draft = `${edition}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  share(join(root, '.next'), join(draft, 'pages'))
  if (existsSync(join(root, 'public'))) cpSync(join(root, 'public'), join(draft, 'public'), { recursive: true })
  await addMore(draft)
  rmSync(edition, { recursive: true, force: true })
  renameSync(draft, edition)
  utimesSync(edition, new Date(), new Date())
  letOldOnesGo()
}

/** The same files at a second place: Next removes its own before it writes new ones, and never writes into an old one. */
function share(from, to) {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (dirname(source) === join(root, '.next') && NOT_SERVED.test(entry.name)) continue
    if (entry.isDirectory()) share(source, target)
    else if (entry.isSymbolicLink()) linkAnew(source, target)
    else if (entry.isFile()) shareFile(source, target)
  }
}

/** A link to a package says where it is from here, and here is somewhere else. */
function linkAnew(source, target) {
  const place = resolve(dirname(source), readlinkSync(source))
  symlinkSync(relative(dirname(target), place), target, 'junction')
}

function shareFile(source, target) {
  try {
    linkSync(source, target)
  } catch {
    // Not every disk lets a file have two names.
    copyFileSync(source, target)
  }
}

function letOldOnesGo() {
  const folders = readdirSync(EDITIONS).map((name) => join(EDITIONS, name))
  const newestFirst = folders.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
  for (const folder of newestFirst.slice(KEPT)) rmSync(folder, { recursive: true, force: true })
}
