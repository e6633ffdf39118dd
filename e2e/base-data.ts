import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where the newsroom lies that every worker copies. */
export const BASE_DATA = join(tmpdir(), 'broadsheet-e2e')
