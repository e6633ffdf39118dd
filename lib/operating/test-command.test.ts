import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Sandbox } from './sandbox'

let sandbox: Sandbox
let browser: string
beforeEach(() => {
  sandbox = new Sandbox()
  browser = sandbox.program('chromium', 'echo "Chromium 140.0.1"')
})
afterEach(() => sandbox.remove())

const toolCalls = () => sandbox.calls().filter((call) => !call.startsWith('npm '))
const E2E = 'cli.js test --config e2e/playwright.config.ts'

describe('npm test', () => {
  it('installs, builds, and runs every part in order, the last in the browser', async () => {
    const { code, out } = await sandbox.run('test.mjs')
    expect(code).toBe(0)
    expect(toolCalls().map((call) => call.replace(/ with chromium$/, ''))).toEqual([
      'build 1',
      'tsc --noEmit',
      'biome check .',
      'vitest.mjs run',
      E2E,
    ])
    expect(toolCalls().at(-1)).toBe(`${E2E} with chromium`)
    for (const name of ['types', 'lint', 'unit', 'e2e'])
      expect(out).toMatch(new RegExp(`^── ${name} passed in \\d+ s$`, 'm'))
    expect(out.trim().split('\n').at(-1)).toBe('4 of 4 parts passed, 0 failed.')
  })

  it.each([
    ['tsc', 1],
    ['biome', 2],
    ['vitest.mjs', 3],
    ['cli.js', 4],
  ])('stops when %s fails, and fails', async (name, position) => {
    writeFileSync(join(sandbox.root, `fails-${name}`), '')
    const { code, out } = await sandbox.run('test.mjs')
    expect(code).toBe(1)
    expect(toolCalls()).toHaveLength(position + 1)
    expect(out).toMatch(/^── \w+ failed in \d+ s$/m)
    expect(out).not.toContain('0 failed')
  })

  it('fails when the build does, before any part', async () => {
    writeFileSync(join(sandbox.root, 'broken'), '')
    expect((await sandbox.run('test.mjs')).code).toBe(1)
    expect(toolCalls()).toEqual(['build 1'])
  })

  it.each([
    ['unit', ['lib/env.test.ts', '-t', 'x'], ['vitest.mjs run lib/env.test.ts -t x']],
    ['check', [], ['build 1', 'tsc --noEmit', 'biome check .']],
    ['lint', [], ['biome check .']],
    ['e2e', ['reading'], ['build 1', `${E2E} reading with chromium`]],
  ])('runs %s alone, with what more it is given', async (part, more, calls) => {
    expect((await sandbox.run('test.mjs', [part, ...more])).code).toBe(0)
    expect(toolCalls()).toEqual(calls)
  })

  it('knows no other part, and installs nothing for it', async () => {
    const { code, err } = await sandbox.run('test.mjs', ['unite'])
    expect(code).toBe(2)
    expect(err).toBe('There is no part “unite” of the tests: it is one of types, check, lint, unit, e2e.\n')
    expect(sandbox.calls()).toEqual([])
  })
})

describe('findChromium', () => {
  const find = (environment: Record<string, string> = {}) => {
    sandbox.write(
      'lib/operating/find.mjs',
      `import { findChromium } from './chromium.mjs'
       import { tell } from './step.mjs'
       await tell(async () => console.log(await findChromium({ install: false })))`,
    )
    return sandbox.run('find.mjs', [], environment)
  }

  it('finds one on the path', async () => {
    expect(await find()).toEqual({ code: 0, err: '', out: `${browser}\n` })
  })

  it('takes the one that CHROMIUM_PATH names', async () => {
    const other = sandbox.program('other-browser', 'echo "Chromium 141.0"')
    expect((await find({ CHROMIUM_PATH: other })).out).toBe(`${other}\n`)
  })

  it('refuses a CHROMIUM_PATH that is no program', async () => {
    const { code, out, err } = await find({ CHROMIUM_PATH: '/nowhere/chromium' })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('CHROMIUM_PATH is /nowhere/chromium; expected the path of a program.')
  })

  it.each(['echo "install me with another tool"', 'exit 1'])(
    'passes over a stand-in that does not answer: %s',
    async (script) => {
      sandbox.program('chromium', script)
      expect((await find()).out).not.toBe(`${browser}\n`)
    },
  )
})
