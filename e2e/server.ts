import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

/** When a server that does not come up is given up, in milliseconds: long, as machines may be busy. */
const PATIENCE = 300_000

const root = fileURLToPath(new URL('..', import.meta.url))

export type RunningServer = {
  url: string
  dataDir: string
  output: () => string
  /** What of it was on standard output. */
  printed: () => string
  stop: () => Promise<number | null>
  /** Ends it as a power cut does. */
  kill: () => Promise<void>
}

/**
 * Starts the built server as an operator does, on a free port, and waits until it is ready.
 *
 * @param program the command that is run, below the project's folder
 */
export async function startServer(
  dataDir: string,
  environment: Record<string, string> = {},
  program = 'lib/operating/start.mjs',
): Promise<RunningServer> {
  const port = Number(environment.PORT ?? (await freePort()))
  const url = `http://localhost:${port}`
  const settings = { DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', SITE_URL: url, LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: { ...process.env, ...settings, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let printed = ''
  child.stdout?.on('data', (chunk) => {
    printed += chunk
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk
    })
  }
  await isReady(child, `http://127.0.0.1:${port}`, () => output)
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    output: () => output,
    printed: () => printed,
    stop: () => stop(child, () => output),
    kill: () => kill(child),
  }
}

async function isReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const givesUpAt = Date.now() + PATIENCE
  while (Date.now() < givesUpAt) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`)
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.status === 200 && output().includes('Broadsheet is at')) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`The server was not ready in time:\n${output()}`)
}

async function stop(child: ChildProcess, output: () => string): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode
  if (child.signalCode !== null)
    throw new Error(`Something else ended the server, with ${child.signalCode}:\n${output()}`)
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  return code as number | null
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
