import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'

const CONNECTIONS = 64
const run = promisify(execFile)

/**
 * What asks: wrk where it is installed, as it takes little of the machine for itself, else autocannon.
 *
 * @returns {{ name: string, run: (url: string, seconds: number, headers?: object) => Promise<number> }} `run` gives requests a second
 */
export function loadGenerator() {
  try {
    execFileSync('wrk', ['--version'], { stdio: 'ignore' })
  } catch (error) {
    // wrk tells its version with exit code 1.
    if (error.code === 'ENOENT') return { name: 'autocannon', run: withAutocannon }
  }
  return { name: 'wrk', run: withWrk }
}

async function withWrk(url, seconds, headers = {}) {
  const more = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const parameters = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '-H', 'Accept-Encoding: br', ...more, url]
  const { stdout } = await run('wrk', parameters)
  const errors = /Non-2xx[^\n]*|Socket errors[^\n]*/.exec(stdout)
  if (errors) throw new Error(`${url}: ${errors[0]}`)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
}

async function withAutocannon(url, seconds, headers = {}) {
  const { default: autocannon } = await import('autocannon')
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { 'accept-encoding': 'br', ...headers },
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx + result.errors} answers failed.`)
  return result.requests.average
}
