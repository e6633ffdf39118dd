import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { processWide } from '../process-wide'
import { type Answered, Latency, SECONDS } from './latency'

/** The numbers of this process in Prometheus' text format. */
export const metrics = processWide('metrics', makeMetrics)

function makeMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'broadsheet_requests_total',
    help: 'Requests, by how they were answered and with which class of status.',
    labelNames: ['answered', 'status'],
    registers: [registry],
  })
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
  const latency = new Latency()
  const counters = new Map<string, { inc: () => void }>()

  return {
    contentType: registry.contentType,
    renders,
    /** Notes statements and what they took. */
    databaseTime({ statements: count, seconds }: { statements: number; seconds: number }): void {
      statements.inc(count)
      databaseSeconds.inc(seconds)
    },
    /** Notes one answered request. */
    answered(kind: Answered, status: number, seconds: number): void {
      const key = kind + status
      let counter = counters.get(key)
      if (!counter) {
        counter = requests.labels(kind, `${Math.floor(status / 100)}xx`)
        counters.set(key, counter)
      }
      counter.inc()
      latency.observe(kind, seconds)
    },
    /** Everything, as Prometheus reads it. */
    async text(): Promise<string> {
      return `${await registry.metrics()}${latency.text()}`
    },
    /** Adds a number that is asked for when the metrics are. */
    gauge(name: string, help: string, read: () => number): void {
      registry.removeSingleMetric(name)
      const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(read()) })
    },
  }
}
