import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, StepFailed, step } from './step.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/** How long a browser may take to say its version, in milliseconds. */
const PATIENCE = 30_000

/**
 * A Chromium to test with: CHROMIUM_PATH, else one that is installed, else Debian's package when root, else Playwright's.
 *
 * @param {{ install?: boolean }} [options] whether one may be installed when there is none
 * @returns {Promise<string | null>} its path; null when there is none and none may be installed
 * @throws {StepFailed} when CHROMIUM_PATH is no program, or none could be installed
 */
export async function findChromium({ install = true } = {}) {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (isProgram(named)) return named
    throw new StepFailed('Finding Chromium', 1, `CHROMIUM_PATH is ${named}; expected the path of a program.`)
  }
  const found = findInstalled() ?? (await findDownloaded())
  if (found || !install) return found
  return (await installFromDebian()) ?? (await download())
}

/** Debian's package; null when we may not install it, or its mirrors cannot be reached. */
async function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await step('Looking up Debian’s packages', 'apt-get', ['update', '-qq'], quiet)
    await step('Installing Chromium', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
  }
  return findInstalled()
}

async function download() {
  const playwright = join(root, 'node_modules/@playwright/test/cli.js')
  try {
    await step('Downloading Playwright’s Chromium', process.execPath, [playwright, 'install', 'chromium'])
  } catch (error) {
    throw new StepFailed('Finding Chromium', 1, `${error.message}\nInstall Chromium, or set CHROMIUM_PATH to one.`)
  }
  const downloaded = await findDownloaded()
  if (downloaded) return downloaded
  throw new StepFailed(
    'Finding Chromium',
    1,
    'What Playwright downloaded does not run; set CHROMIUM_PATH to one that does.',
  )
}

async function findDownloaded() {
  const module = join(root, 'node_modules/@playwright/test/index.mjs')
  if (!existsSync(module)) return null
  const { chromium } = await import(pathToFileURL(module).href)
  const path = chromium.executablePath()
  return path && isProgram(path) && answers(path) ? path : null
}

function findInstalled() {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/usr/local/bin']
  for (const name of NAMES) {
    for (const folder of folders) {
      const path = join(folder, name)
      if (isProgram(path) && answers(path)) return path
    }
  }
  return null
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Some distributions leave a script in a browser's place that only says how to install it. */
function answers(path) {
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: PATIENCE }
    return /\d+\.\d+/.test(execFileSync(path, ['--version'], options))
  } catch {
    return false
  }
}
