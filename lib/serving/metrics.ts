import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { processWide } from '../process-wide'

/** How a request was answered, for counting. */
export type Answered = 'kept' | 'rendered' | 'file' | 'media' | 'private' | 'refused'

const KINDS: Answered[] = ['kept', 'rendered', 'file', 'media', 'private', 'refused']
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

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
  const latency = new Histogram({
    name: 'broadsheet_request_seconds',
    help: 'Time from the request to its answer being handed over.',
    labelNames: ['answered'],
    buckets: SECONDS,
    registers: [registry],
  })
  const renders = new Histogram({
    name: 'broadsheet_render_seconds',
    help: 'Time to render and compress one public page.',
    buckets: SECONDS,
    registers: [registry],
  })
  const database = new Histogram({
    name: 'broadsheet_database_seconds',
    help: 'Time of one statement.',
    labelNames: ['side'],
    buckets: SECONDS,
    registers: [registry],
  })
  const observers = new Map(KINDS.map((kind) => [kind, latency.labels(kind)]))
  const counters = new Map<string, { inc: () => void }>()

  return {
    registry,
    renders,
    database,
    /** Notes one answered request. */
    answered(kind: Answered, status: number, seconds: number): void {
      const key = `${kind}${status}`
      let counter = counters.get(key)
      if (!counter) {
        counter = requests.labels(kind, `${Math.floor(status / 100)}xx`)
        counters.set(key, counter)
      }
      counter.inc()
      observers.get(kind)?.observe(seconds)
    },
    /** Adds a number that is asked for when the metrics are. */
    gauge(name: string, help: string, read: () => number): void {
      registry.removeSingleMetric(name)
      const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(read()) })
    },
  }
}
