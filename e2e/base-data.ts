import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const checkout = createHash('sha256')
  .update(fileURLToPath(new URL('..', import.meta.url)))
  .digest('hex')
  .slice(0, 8)

/** Where the newsroom lies that every worker copies; each checkout has its own, as tests of several may run at once. */
export const BASE_DATA = join(tmpdir(), `broadsheet-e2e-${checkout}`)
