import type { Command } from '../command'

export const restoreCommand: Command = {
  usage: '',
  help: '',
  words: [0, 0],
  needsDatabase: true,
  run: async () => null,
}
