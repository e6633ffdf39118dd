import { pino } from 'pino'
import { processWide } from './process-wide'

/** JSON lines on standard output, one an event. Nothing secret is ever handed to it. */
export const log = processWide('log', () =>
  pino({
    level: process.env.LOG_LEVEL || 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  }),
)
