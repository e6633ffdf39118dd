import { processWide } from '../process-wide'
import type { ChangeKey } from '../write'

/** What the newsroom, in the press, can ask of the house around it. */
export type CounterLine = {
  /** The addresses of all pages that the counter keeps, or kept until a moment ago, and that read one of these. */
  dependants: (keys: readonly ChangeKey[]) => Promise<string[]>
  /** Renders a public page for this question alone, past everything that is kept; null where nothing is ever kept. */
  renderAnew: ((address: string) => Promise<{ status: number; body: Uint8Array }>) | null
}

const holder = processWide('counter-line', () => ({ line: null as CounterLine | null }))

/** Says how the counter is asked from now on; null when the house closes. */
export function openCounterLine(line: CounterLine | null): void {
  holder.line = line
}

/** The line to the counter; null while the house is not open: before its start and at its end, and where there is no server. */
export function counterLine(): CounterLine | null {
  return holder.line
}
