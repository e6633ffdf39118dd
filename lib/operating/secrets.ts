import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { SettingError } from '../env'

const secretsSchema = z.object({ nextAuthSecret: z.string().min(32) })

export type Secrets = z.infer<typeof secretsSchema>

/**
 * The secrets of this installation, made on its first start in a file that only its owner may read.
 *
 * @throws {SettingError} when the file is there and cannot be used; it is never replaced, as sessions hang on it
 */
export function readSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  return readExisting(file) ?? makeSecrets(dataDir, file)
}

function readExisting(file: string): Secrets | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new SettingError(`${file} cannot be read (${(error as Error).message}); give its owner the right to.`)
  }
  const parsed = secretsSchema.safeParse(parseJson(text))
  if (!parsed.success)
    throw new SettingError(
      `${file} holds no usable secrets; restore it from a backup, or delete it to sign everyone out.`,
    )
  return parsed.data
}

function makeSecrets(dataDir: string, file: string): Secrets {
  const secrets = { nextAuthSecret: randomBytes(32).toString('base64url') }
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    mkdirSync(dataDir, { recursive: true })
    // Flushed: secrets that are empty after a power cut would keep the portal from starting.
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    throw new SettingError(
      `DATA_DIR ${dataDir} cannot be written to (${(error as Error).message}); give its owner the right to.`,
    )
  }
  try {
    // A link is refused where the file is: of two first starts at once, both go on with the same secrets.
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readExisting(file) as Secrets
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
