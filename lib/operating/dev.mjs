import { watch } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { bundlePageScripts } from './page-scripts.mjs'
import { requireNode, root, tell } from './step.mjs'

// `npm run dev`: the same server around Next's development mode. What lies in lib/serving is read again at the next start.
requireNode()
process.env.NODE_ENV = 'development'
await tell(async () => {
  await ensureInstalled()
  const server = await bundle('development')
  await bundleAtEachChange(dirname(server))
  const { start } = await import(pathToFileURL(server).href)
  await start({ dev: true })
})

/** What the readers' pages run is bundled anew when one of its files is saved; what cannot be bundled is told. */
async function bundleAtEachChange(folder) {
  const options = { isPinned: true }
  await bundlePageScripts(folder, options)
  let turn = Promise.resolve()
  const again = () => {
    turn = turn.then(() => bundlePageScripts(folder, options)).catch(({ message }) => process.stderr.write(message))
  }
  for (const place of ['app/_reader', 'app/_reader/pages']) watch(join(root, place), again).unref()
}
