import { pathToFileURL } from 'node:url'
import { checkSettings, ensureBuilt, isBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode, tell } from './step.mjs'

// `npm start`: everything needed to serve, then the server itself, in this process: signals reach it.
requireNode()
process.env.NODE_ENV = 'production'
await tell(async () => {
  await ensureInstalled()
  // The server reads its settings itself; before a long build they are read once more.
  if (!isBuilt()) await checkSettings()
  const server = await ensureBuilt()
  const { start } = await import(pathToFileURL(server).href)
  await start()
})
