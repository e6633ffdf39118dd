import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, step } from './step.mjs'
import { inTurn } from './turn.mjs'

const stamp = join(root, 'node_modules/.broadsheet')

/** Installs the locked packages when they are missing, changed, or were compiled for another Node.js. */
export async function ensureInstalled() {
  if (isInstalled()) return
  await inTurn('installation', async () => {
    if (isInstalled()) return
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const parameters = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
    if (needsNoCompiler()) parameters.push('--ignore-scripts')
    await step('Installing packages (once, a minute or two)', npm, parameters, { NODE_ENV: 'development' })
    writeFileSync(stamp, wanted())
  })
}

/** Whether SQLite comes ready-made: db/sqlite.mjs takes another version where it does not, which is compiled here. */
export function needsNoCompiler() {
  return Number(process.versions.napi) >= 10
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()
}

function wanted() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${lock} ${process.versions.modules} ${process.platform} ${process.arch}\n`
}
