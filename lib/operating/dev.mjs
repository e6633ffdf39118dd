import { pathToFileURL } from 'node:url'
import { bundle } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode, tell } from './step.mjs'

// `npm run dev`: the same server around Next's development mode. What lies in lib/serving is read again at the next start.
requireNode()
process.env.NODE_ENV = 'development'
await tell(async () => {
  await ensureInstalled()
  const { start } = await import(pathToFileURL(await bundle('development')).href)
  await start({ dev: true })
})
