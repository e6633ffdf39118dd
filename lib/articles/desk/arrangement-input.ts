import { z } from 'zod'
import { momentField } from '../moment-field'
import type { Arrangement } from './arrangement-commands'

const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'yes')

/** What a field said when its page was drawn; missing where the page had no such field. */
const was = z.string().optional()

/**
 * The form by which an article is arranged. Only what was changed in it counts: a page that was opened long ago takes
 * nothing back of what somebody else arranged since.
 *
 * @param zone the newsroom's
 */
export function arrangementSchema(zone: string) {
  return z
    .object({
      ...{ assignee: z.string().default(''), assigneeWas: was },
      ...{ deadline: z.string().default(''), deadlineWas: was },
      ...{ legal: ticked, legalWas: was, picture: ticked, pictureWas: was },
    })
    .transform((form, context): Arrangement => {
      const order: Arrangement = {}
      if (form.assigneeWas !== undefined && form.assignee !== form.assigneeWas)
        order.assigneeId = Number(form.assignee) || null
      if (form.deadlineWas !== undefined && form.deadline !== form.deadlineWas) {
        const deadline = momentField(zone).safeParse(form.deadline)
        if (deadline.success) order.deadlineAt = deadline.data
        else context.addIssue({ code: 'custom', path: ['deadline'], message: deadline.error.issues[0]?.message })
      }
      if (form.legalWas !== undefined && form.legal !== (form.legalWas === 'yes')) order.isLegalWanted = form.legal
      if (form.pictureWas !== undefined && form.picture !== (form.pictureWas === 'yes'))
        order.isPictureWanted = form.picture
      return order
    })
}
