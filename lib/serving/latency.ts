/** How a request was answered, for counting. */
export type Answered = 'kept' | 'rendered' | 'file' | 'media' | 'private' | 'refused'

const KINDS: Answered[] = ['kept', 'rendered', 'file', 'media', 'private', 'refused']
/** Upper ends of the ranges that times are counted in. */
export const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/**
 * How long answers take, by kind. Every answer is noted here, so that noting one must cost next to nothing: a count in
 * an array, where the library's own histogram hashes labels.
 */
export class Latency {
  private readonly counts = new Map(KINDS.map((kind) => [kind, new Float64Array(SECONDS.length + 1)]))
  private readonly sums = new Map(KINDS.map((kind) => [kind, 0]))

  observe(kind: Answered, seconds: number): void {
    const counts = this.counts.get(kind) as Float64Array
    let bucket = 0
    while (bucket < SECONDS.length && seconds > (SECONDS[bucket] as number)) bucket += 1
    counts[bucket] = (counts[bucket] as number) + 1
    this.sums.set(kind, (this.sums.get(kind) as number) + seconds)
  }

  text(): string {
    const name = 'broadsheet_request_seconds'
    const lines = [`# HELP ${name} Time from the request to its answer being handed over.`, `# TYPE ${name} histogram`]
    for (const [kind, counts] of this.counts) {
      let total = 0
      for (const [bucket, count] of counts.entries()) {
        total += count
        lines.push(`${name}_bucket{le="${SECONDS[bucket] ?? '+Inf'}",answered="${kind}"} ${total}`)
      }
      lines.push(`${name}_sum{answered="${kind}"} ${this.sums.get(kind)}`, `${name}_count{answered="${kind}"} ${total}`)
    }
    return `${lines.join('\n')}\n`
  }
}
