import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projectRoot } from '../root'

export type Run = { code: number | NodeJS.Signals | null; out: string; err: string }

/**
 * A copy of the commands in a project of its own, in which npm and Next are stand-ins that note each call in `calls`:
 * for the tests of the commands.
 */
export class Sandbox {
  readonly root = mkdtempSync(join(tmpdir(), 'commands-'))
  private readonly bin = join(this.root, 'bin')

  constructor() {
    const real = projectRoot()
    for (const name of readdirSync(join(real, 'lib/operating')).filter((file) => file.endsWith('.mjs'))) {
      this.write(`lib/operating/${name}`, readFileSync(join(real, 'lib/operating', name), 'utf8'))
    }
    for (const name of ['env.ts', 'process-wide.ts']) cpSync(join(real, 'lib', name), join(this.root, 'lib', name))
    this.write('package.json', '{"type":"module"}')
    this.write('package-lock.json', '{}')
    this.write('tsconfig.json', '{"compilerOptions":{"paths":{"@/*":["./*"]}}}')
    this.write('lib/word.ts', `export const word = 'first'`)
    this.write('app/_reader/theme.js', 'document.title = document.title')
    this.write('app/_reader/pages/plain.js', `if (document.title) import('../more.js')`)
    this.write('app/_reader/more.js', 'export const more = 1')
    this.write('lib/serving/server.ts', SERVER)
    this.write('lib/operating/portal.ts', PORTAL)
    this.write('next.stand-in.mjs', NEXT)
    this.write('tool.stand-in.mjs', TOOL)
    this.program('npm', npm(real))
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.root, name)), { recursive: true })
    writeFileSync(join(this.root, name), text)
  }

  has(name: string): boolean {
    return existsSync(join(this.root, name))
  }

  /** Puts a program on the path, before the machine's own. */
  program(name: string, script: string): string {
    const file = join(this.bin, name)
    this.write(`bin/${name}`, `#!/bin/sh\n${script}\n`)
    chmodSync(file, 0o755)
    return file
  }

  /** How often npm was asked to install and Next to build. */
  calls(): string[] {
    return this.has('calls') ? readFileSync(join(this.root, 'calls'), 'utf8').trim().split('\n') : []
  }

  start(command: string, words: string[] = [], environment: Record<string, string> = {}): ChildProcess {
    const inherited = { PATH: `${this.bin}:${process.env.PATH}`, HOME: process.env.HOME ?? '' }
    const env = { ...inherited, ...environment } as unknown as NodeJS.ProcessEnv
    return spawn(process.execPath, [join(this.root, 'lib/operating', command), ...words], { cwd: tmpdir(), env })
  }

  run(command: string, words: string[] = [], environment: Record<string, string> = {}): Promise<Run> {
    return finish(this.start(command, words, environment))
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}

/** What a program said and how it ended. */
export function finish(child: ChildProcess): Promise<Run> {
  return new Promise((resolve) => {
    let [out, err] = ['', '']
    child.stdout?.on('data', (chunk) => {
      out += chunk
    })
    child.stderr?.on('data', (chunk) => {
      err += chunk
    })
    child.on('close', (code, signal) => resolve({ code: signal ?? code, out, err }))
  })
}

const SERVER = `
import { word } from '@/lib/word'
import { readEnvironment } from '../env'
export async function start(options: { dev?: boolean } = {}) {
  console.log(word, readEnvironment().port, process.env.NODE_ENV, options.dev === true, process.pid)
}
`

const PORTAL = `
import { word } from '@/lib/word'
export async function runPortal(words: string[]) {
  console.log(JSON.stringify({ word, words }))
  return words.length
}
`

const NEXT = `
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
appendFileSync('calls', process.argv[2] + ' ' + process.env.NEXT_TELEMETRY_DISABLED + '\\n')
if (existsSync('broken')) {
  console.log('the page is broken here')
  process.exit(3)
}
if (existsSync('slow')) {
  writeFileSync('building', String(process.pid))
  await new Promise((resolve) => setTimeout(resolve, 60_000))
}
const { word } = JSON.parse(existsSync('build.json') ? readFileSync('build.json', 'utf8') : '{"word":"x"}')
rmSync('.next', { recursive: true, force: true })
mkdirSync('.next/static', { recursive: true })
mkdirSync('.next/node_modules', { recursive: true })
mkdirSync('.next/cache', { recursive: true })
writeFileSync('.next/BUILD_ID', word)
writeFileSync('.next/static/' + word + '.css', word)
symlinkSync('../../node_modules/zod', '.next/node_modules/zod-1')
`

const TOOL = `
import { appendFileSync, existsSync } from 'node:fs'
import { basename } from 'node:path'
const name = basename(process.argv[1])
const browser = process.env.CHROMIUM_PATH ? ' with ' + basename(process.env.CHROMIUM_PATH) : ''
appendFileSync('calls', [name, ...process.argv.slice(2)].join(' ') + browser + '\\n')
process.exit(existsSync('fails-' + name) ? 1 : 0)
`

function npm(real: string): string {
  return `
echo "npm $*" >> calls
if [ -e offline ]; then echo "the registry cannot be reached"; exit 7; fi
sleep 0.3
rm -rf node_modules
mkdir -p node_modules/next/dist/bin
for name in esbuild @esbuild zod; do ln -s "${real}/node_modules/$name" "node_modules/$name"; done
cp next.stand-in.mjs node_modules/next/dist/bin/next
for tool in typescript/bin/tsc @biomejs/biome/bin/biome vitest/vitest.mjs @playwright/test/cli.js; do
  mkdir -p "node_modules/$(dirname $tool)"
  cp tool.stand-in.mjs "node_modules/$tool"
done`
}
