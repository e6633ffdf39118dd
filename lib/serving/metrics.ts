import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { processWide } from '../process-wide'
import { Answers, SECONDS } from './answers'

/** The numbers of this process in Prometheus' text format. */
export const metrics = processWide('metrics', makeMetrics)

function makeMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const renders = new Histogram({
    name: 'broadsheet_render_seconds',
    help: 'Time to render and compress one public page.',
    buckets: SECONDS,
    registers: [registry],
  })
  const statements = new Counter({
    name: 'broadsheet_database_statements_total',
    help: 'Statements that were run.',
    registers: [registry],
  })
  const databaseSeconds = new Counter({
    name: 'broadsheet_database_seconds_total',
    help: 'Time that statements took.',
    registers: [registry],
  })
  const answers = new Answers()

  return {
    contentType: registry.contentType,
    renders,
    /** Notes statements and what they took. */
    databaseTime({ statements: count, seconds }: { statements: number; seconds: number }): void {
      statements.inc(count)
      databaseSeconds.inc(seconds)
    },
    /** Notes one answered request: how, its status, and how many seconds it took. */
    answered: answers.note.bind(answers),
    /** Everything, as Prometheus reads it. */
    async text(): Promise<string> {
      return `${await registry.metrics()}${answers.text()}`
    },
    /** Adds a number that is asked for when the metrics are. */
    gauge(name: string, help: string, read: () => number): void {
      registry.removeSingleMetric(name)
      const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(read()) })
    },
  }
}
