import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** How many of the last lines of a failed program are shown. */
const TAIL = 40

/**
 * Runs a program of ours in the project's folder, quietly: what it prints is shown only when it fails.
 *
 * @param {string} words what is being done, for whoever waits
 * @param {string} command
 * @param {string[]} parameters
 * @param {Record<string, string>} [environment] more of it
 * @throws {StepFailed} with the end of what it printed
 */
export async function step(words, command, parameters, environment = {}) {
  const began = Date.now()
  process.stderr.write(`${words}…`)
  const { code, output } = await run(command, parameters, environment)
  if (code !== 0) {
    process.stderr.write(' failed.\n')
    throw new StepFailed(words, code, output.split('\n').slice(-TAIL).join('\n'))
  }
  process.stderr.write(` done in ${Math.round((Date.now() - began) / 1000)} s.\n`)
}

/** A program that was needed did not do its work. */
export class StepFailed extends Error {
  constructor(words, code, output) {
    super(`${words} failed (${code}):\n${output}`)
    this.name = 'StepFailed'
  }
}

function run(command, parameters, environment) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const letGo = passSignalsOn(child)
    let output = ''
    const collect = (chunk) => {
      output = (output + chunk).slice(-100_000)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code, signal) => {
      letGo()
      resolve({ code: signal ?? code, output })
    })
  })
}

/**
 * Has a program of ours end when we are asked to: otherwise it would go on alone, beside the next one.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} lets go of the signals again
 */
export function passSignalsOn(child) {
  const pass = (signal) => child.kill(signal)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, pass)
  return () => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.off(signal, pass)
  }
}

/**
 * Runs what a command does; a failure that someone can mend is told in its own words, without a trace.
 *
 * @param {() => Promise<void>} work
 */
export async function tell(work) {
  try {
    await work()
  } catch (error) {
    const isForPeople = ['StepFailed', 'SettingError', 'PortRefused', 'CommandFailed'].includes(error?.name)
    process.stderr.write(`${isForPeople ? error.message : (error?.stack ?? error)}\n`)
    process.exit(1)
  }
}

/** Refuses to go on with a Node.js that the packages do not run on. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  process.stderr.write(`Node.js is ${process.versions.node}; Broadsheet needs 20.19 or newer.\n`)
  process.exit(1)
}
