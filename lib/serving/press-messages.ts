import type { MissingTally } from '../reading/missing-tally'
import type { ViewTally } from '../reading/view-tally'
import type { ChangeKey } from '../write'

/**
 * What the counter (the main thread: the port, kept pages, files) says to the threads beside it, the press (Next, the
 * newsroom's commands, the clock) and the wire (what machines ask for), and they to it. Everything here can be copied
 * between threads.
 */

/** What a thread is given at its start. */
export type ThreadSettings = { thread: 'press' | 'wire'; root: string; edition: string; siteUrl: string }

/** A request that only Next can answer, whole. */
export type PrivateRequest = {
  method: string
  url: string
  headers: Record<string, string | string[]>
  body: Uint8Array
  /** A file that holds the body, where it is too large to be in memory. */
  bodyFile?: string
}

export type Order =
  | { id: number; order: 'page'; address: string }
  | { id: number; order: 'private'; request: PrivateRequest }
  | { id: number; order: 'reading'; tally: ViewTally }
  | { id: number; order: 'missing'; tally: MissingTally }
  | { id: number; order: 'health' }
  | { id: number; order: 'stop' }

/** A finished answer, as Next gave it or as a document. */
export type Printed = { status: number; headers: Record<string, string | string[]>; body: Uint8Array }

/** A public page, with what it read while it was rendered. */
export type PrintedPage = Printed & {
  reads: ChangeKey[]
  /** The article that the page is. */
  article?: number | null
  expiresAt: number
  milliseconds: number
}

export type PressHealth = { database: string; migrations: string; scheduler: string }

/** Statements that a thread ran since it last said so. */
export type DatabaseTime = { statements: number; seconds: number }

export type Delivery = { id: number; database: DatabaseTime } & (
  | { done: PrintedPage | Printed | PressHealth | number | null }
  | { failed: string }
)

/** An address of the application by its shape, and whether it is answered without Next. */
export type Shape = { shape: string; isDirect: boolean }

/** A thread's first words: it is ready, or why it cannot be. */
export type FirstWords =
  | { ready: true; invitation?: string | null; shapes?: Shape[] }
  | { ready: false; name: string; message: string; stack: string }

/** A line for whoever started the server. */
export type Saying = { say: string }

/** What the press asks of the counter: which pages read these. */
export type Question = { ask: number; keys: ChangeKey[] }

/** The counter's answer to it. */
export type Told = { told: number; addresses: string[] }
