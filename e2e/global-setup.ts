import { rm } from 'node:fs/promises'
import { BASE_DATA } from './base-data'
import { startServer } from './server'

/** Makes the demo newsroom once; every worker begins with a copy of it. */
export default async function globalSetup(): Promise<void> {
  await rm(BASE_DATA, { recursive: true, force: true })
  const server = await startServer(BASE_DATA)
  await server.stop()
}
