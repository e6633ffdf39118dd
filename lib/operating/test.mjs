import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { passSignalsOn, requireNode, root, tell } from './step.mjs'

const bin = (path) => join(root, 'node_modules', path)

/** Each part of the tests: the names it goes by, what runs it, and what it takes. Types of pages come out of the build. */
const PARTS = [
  { names: ['types', 'check'], program: bin('typescript/bin/tsc'), parameters: ['--noEmit'], needs: ['build'] },
  { names: ['lint', 'check'], program: bin('@biomejs/biome/bin/biome'), parameters: ['check', '.'], needs: [] },
  { names: ['unit'], program: bin('vitest/vitest.mjs'), parameters: ['run'], needs: [] },
  {
    names: ['e2e'],
    program: bin('@playwright/test/cli.js'),
    parameters: ['test', '--config', 'e2e/playwright.config.ts'],
    needs: ['build', 'browser'],
  },
]

// `npm test` runs everything; `npm test -- unit pattern` runs one part, with what more it is given.
requireNode()
await tell(async () => {
  const [wanted, ...more] = process.argv.slice(2)
  const parts = wanted ? PARTS.filter(({ names }) => names.includes(wanted)) : PARTS
  if (parts.length === 0) {
    const known = [...new Set(PARTS.flatMap(({ names }) => names))].join(', ')
    process.stderr.write(`There is no part “${wanted}” of the tests: it is one of ${known}.\n`)
    process.exit(2)
  }
  await ensureInstalled()
  const needs = new Set(parts.flatMap((part) => part.needs))
  const chromium = needs.has('browser') ? await findChromium() : null
  if (needs.has('build')) await ensureBuilt()
  for (const part of parts) await runPart(part, more, chromium)
  process.stdout.write(`\n${parts.length} of ${parts.length} parts passed, 0 failed.\n`)
})

async function runPart({ names: [name], program, parameters }, more, chromium) {
  const began = Date.now()
  process.stdout.write(`\n── ${name}\n`)
  const environment = { ...process.env, ...(chromium && { CHROMIUM_PATH: chromium }), NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(process.execPath, [program, ...parameters, ...more], {
    cwd: root,
    stdio: 'inherit',
    env: environment,
  })
  const letGo = passSignalsOn(child)
  const code = await new Promise((resolve) => child.on('close', (number, signal) => resolve(signal ?? number)))
  letGo()
  process.stdout.write(
    `── ${name} ${code === 0 ? 'passed' : 'failed'} in ${Math.round((Date.now() - began) / 1000)} s\n`,
  )
  if (code !== 0) process.exit(1)
}
