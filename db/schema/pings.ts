import { identity, index, moment, NOW, table, text, uniqueIndex, whole } from '../columns'

export const PING_TARGETS = ['websub', 'indexnow'] as const

/** What search engines and feed hubs are still to be told, oldest first. A row goes when it was told. */
export const pings = table(
  'pings',
  {
    id: identity(),
    target: text('target', { enum: PING_TARGETS }).notNull(),
    /** A path of this site. */
    path: text('path').notNull(),
    /** Counts up when it changes again while it waits. */
    version: whole('version').notNull().default(1),
    attempts: whole('attempts').notNull().default(0),
    dueAt: moment('due_at').notNull().default(NOW),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (ping) => [uniqueIndex('pings_path').on(ping.target, ping.path), index('pings_target').on(ping.target, ping.id)],
)
