import type { Server } from 'node:http'
import type { Environment } from '../env'

/** The port cannot be had, in words for whoever starts the server. */
export class PortRefused extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'PortRefused'
  }
}

/** Opens the port. @throws {PortRefused} with what to do about it */
export function listen(server: Server, { port, host }: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException) => reject(inWords(error, port, host))
    server.once('error', refused)
    server.listen(port, host, () => {
      server.off('error', refused)
      resolve()
    })
  })
}

function inWords(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const words: Record<string, string> = {
    EADDRINUSE: `PORT ${port} on ${host} is in use by another program: stop it, or set PORT to a free one.`,
    EACCES: `PORT ${port} may not be opened by this user: set PORT to 1024 or above.`,
    EADDRNOTAVAIL: `HOST ${host} is not an address of this machine: set HOST to one that is.`,
    ENOTFOUND: `HOST ${host} is not known: set HOST to an address of this machine.`,
  }
  const reason = words[error.code ?? '']
  return reason ? new PortRefused(reason) : error
}
