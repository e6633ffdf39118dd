import { pino } from 'pino'
import { processWide } from './process-wide'

/** JSON lines on standard output, one an event. Nothing secret is ever handed to it. */
export const log = processWide('log', () =>
  pino({
    // A level that there is not stops the start with words of its own, which must still be said.
    level: isLevel(process.env.LOG_LEVEL) ? process.env.LOG_LEVEL : 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  }),
)

function isLevel(name: string | undefined): name is string {
  return name === 'silent' || Object.values(pino.levels.labels).includes(name ?? '')
}
