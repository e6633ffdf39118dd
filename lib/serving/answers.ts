/** How a request was answered, for counting. */
export type Answered = 'kept' | 'rendered' | 'file' | 'media' | 'private' | 'refused'

const KINDS: Answered[] = ['kept', 'rendered', 'file', 'media', 'private', 'refused']
const CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx']
/** Upper ends of the ranges that times are counted in. */
export const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

type Counts = { classes: Float64Array; buckets: Float64Array; seconds: number }

/**
 * How requests were answered, and how long it took. Every answer is noted here, so that noting one must cost next to
 * nothing: a count in an array, where the library's own counters and histograms hash labels.
 */
export class Answers {
  private readonly counts = new Map<Answered, Counts>(
    KINDS.map((kind) => [
      kind,
      { classes: new Float64Array(CLASSES.length), buckets: new Float64Array(SECONDS.length + 1), seconds: 0 },
    ]),
  )

  note(kind: Answered, status: number, seconds: number): void {
    const counts = this.counts.get(kind) as Counts
    add(counts.classes, Math.floor(status / 100) - 1)
    let bucket = 0
    while (bucket < SECONDS.length && seconds > (SECONDS[bucket] as number)) bucket += 1
    add(counts.buckets, bucket)
    counts.seconds += seconds
  }

  /** Everything noted, in Prometheus' text format. */
  text(): string {
    return `${[...this.requestLines(), ...this.timeLines()].join('\n')}\n`
  }

  private requestLines(): string[] {
    const name = 'broadsheet_requests_total'
    const lines = [
      `# HELP ${name} Requests, by how they were answered and with which class of status.`,
      `# TYPE ${name} counter`,
    ]
    for (const [kind, { classes }] of this.counts) {
      for (const [index, count] of classes.entries()) {
        if (count > 0) lines.push(`${name}{answered="${kind}",status="${CLASSES[index]}"} ${count}`)
      }
    }
    return lines
  }

  private timeLines(): string[] {
    const name = 'broadsheet_request_seconds'
    const lines = [`# HELP ${name} Time from the request to its answer being handed over.`, `# TYPE ${name} histogram`]
    for (const [kind, { buckets, seconds }] of this.counts) {
      let total = 0
      for (const [bucket, count] of buckets.entries()) {
        total += count
        lines.push(`${name}_bucket{le="${SECONDS[bucket] ?? '+Inf'}",answered="${kind}"} ${total}`)
      }
      lines.push(`${name}_sum{answered="${kind}"} ${seconds}`, `${name}_count{answered="${kind}"} ${total}`)
    }
    return lines
  }
}

function add(counts: Float64Array, index: number): void {
  counts[index] = (counts[index] ?? 0) + 1
}
