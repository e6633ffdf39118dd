import type { Command } from '../command'

export const doctorCommand: Command = { usage: '', help: '', words: [0, 0], needsDatabase: true, run: async () => null }
