import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Sandbox } from './sandbox'

let sandbox: Sandbox
let folder: string

beforeEach(async () => {
  sandbox = new Sandbox()
  folder = join(sandbox.root, 'out')
  await sandbox.run('start.mjs')
  writeFileSync(
    join(sandbox.root, 'bundle.mjs'),
    `import { bundlePageScripts } from './lib/operating/page-scripts.mjs'
     await bundlePageScripts('${folder}', { isPinned: process.argv[2] === 'pinned' })`,
  )
})
afterEach(() => sandbox.remove())

async function bundle(...words: string[]): Promise<Record<string, string>> {
  expect(await sandbox.run('../../bundle.mjs', words)).toMatchObject({ code: 0 })
  return JSON.parse(readFileSync(join(folder, 'scripts.json'), 'utf8'))
}

const textOf = (address = '') => readFileSync(join(folder, address), 'utf8')

it('makes one module for each kind of page, and what comes later apart', async () => {
  const scripts = await bundle()
  expect(Object.keys(scripts).sort()).toEqual(['plain', 'theme'])
  expect(scripts.plain).toMatch(/^\/reader\/plain-[0-9A-Z]{8}\.js$/)
  expect(textOf(scripts.plain)).toMatch(/import\("\.\/more-[0-9A-Z]{8}\.js"\)/)
  expect(textOf(scripts.theme)).not.toMatch(/\b(?:import|export)\b/)
})

it('names a script anew when it changes, and when what it loads later does', async () => {
  const before = await bundle()
  expect(await bundle()).toEqual(before)
  sandbox.write('app/_reader/more.js', 'export const more = 2')
  const after = await bundle()
  expect(after.plain).not.toBe(before.plain)
  expect(after.theme).toBe(before.theme)
  expect(readdirSync(join(folder, 'reader'))).toHaveLength(3)
})

it('lays styles that a script asks for beside it, named by what they say', async () => {
  sandbox.write('app/_reader/more.css', 'p { margin: 0 }')
  sandbox.write('app/_reader/more.js', "import styles from './more.css'\nexport const more = styles")
  await bundle()
  const names = () => readdirSync(join(folder, 'reader')).filter((name) => name.endsWith('.css'))
  const before = names()
  expect(before).toEqual([expect.stringMatching(/^more-[0-9A-Z]{8}\.css$/)])
  const script = readdirSync(join(folder, 'reader')).find((name) => name.startsWith('more') && name.endsWith('.js'))
  expect(textOf(`/reader/${script}`)).toContain(`"./${before[0]}"`)
  sandbox.write('app/_reader/more.css', 'p { margin: 1px }')
  await bundle()
  expect(names()).not.toEqual(before)
})

it('keeps its name where somebody develops', async () => {
  expect(await bundle('pinned')).toEqual({ plain: '/reader/plain.js', theme: '/reader/theme.js' })
})
