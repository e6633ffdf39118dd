import { z } from 'zod'
import { fieldToDate } from '../dates'

const NO_SUCH_TIME =
  'There is no such time. Write a day and a time, such as 24/11/2026 06:00; the hour that a change of clocks leaves out is none.'

/**
 * A moment in a field that may be empty, which is null.
 *
 * @param zone the newsroom's, in which it is typed
 */
export const momentField = (zone: string) =>
  z
    .string()
    .trim()
    .transform((local, context) => {
      if (local === '') return null
      const date = fieldToDate(local, zone)
      if (!date) context.addIssue({ code: 'custom', message: NO_SUCH_TIME })
      return date
    })
