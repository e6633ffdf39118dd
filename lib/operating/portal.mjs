import { pathToFileURL } from 'node:url'
import { ensurePortalBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode, tell } from './step.mjs'

// `npm run portal -- COMMAND`: the operator's tool. It needs no build of the pages.
requireNode()
process.env.NODE_ENV = 'production'
await tell(async () => {
  await ensureInstalled()
  const { runPortal } = await import(pathToFileURL(await ensurePortalBuilt()).href)
  process.exitCode = await runPortal(process.argv.slice(2))
})
