import { z } from 'zod'
import { COMMENT_MODES } from '@/db/schema/articles'
import { momentField } from './moment-field'
import type { PublishOrder } from './publishing-commands'

/** What the publish page sends: strings as a form has them, moments in the newsroom's zone. */
export type PublishChoice = { when: 'now' } | { when: 'at'; at: Date }

/** A moment that a form need not ask for. */
const moment = (zone: string) => momentField(zone).default(null)

/**
 * The form of the publish page.
 *
 * @param zone the newsroom's
 * @param now what a time to come is after
 */
export function publishSchema(zone: string, now: Date) {
  return z
    .object({
      base: z.coerce.number().int().positive(),
      when: z.enum(['now', 'at']).default('now'),
      at: moment(zone),
      embargoUntil: moment(zone),
      takeDownAt: moment(zone),
      comments: z.enum(COMMENT_MODES, { error: 'Choose who may comment.' }),
      kind: z.enum(['minor', 'update', 'clarification', 'correction']).optional(),
      note: z.string().trim().max(2000).default(''),
      waiver: z.string().trim().max(500).default(''),
    })
    .superRefine(({ when, at, takeDownAt, embargoUntil, kind, note }, context) => {
      const blame = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (when === 'at' && at === null) blame('at', 'Say when it is to go out.')
      if (when === 'at' && at !== null && at <= now)
        blame('at', 'This time has passed. Choose one to come, or publish now.')
      if (takeDownAt !== null && takeDownAt <= ((when === 'at' ? at : null) ?? now))
        blame('takeDownAt', 'It would be taken down before it is out.')
      if (takeDownAt !== null && embargoUntil !== null && takeDownAt <= embargoUntil)
        blame('takeDownAt', 'It would be taken down before its embargo ends.')
      if ((kind === 'correction' || kind === 'clarification') && note === '')
        blame('note', 'Say what was wrong and what is right: readers see these words above or below the article.')
    })
}

export type PublishInput = z.infer<ReturnType<typeof publishSchema>>

/** The terms that a form asks for. A form without a kind of change is that of an article that is not out yet. */
export function orderOf({ base, embargoUntil, takeDownAt, comments, kind, note, waiver }: PublishInput): PublishOrder {
  return { base, embargoUntil, takeDownAt, comments, waiver, ...(kind && { change: { kind, note } }) }
}
