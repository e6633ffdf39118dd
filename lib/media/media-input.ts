import { z } from 'zod'
import { nextMidnight, zonedToDate } from '../dates'

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use at most ${most.toLocaleString('en')} characters.`)
    .default('')
const percent = z.coerce
  .number({ message: 'Give a number from 0 to 100.' })
  .min(0, 'Give a number from 0 to 100.')
  .max(100, 'Give a number from 0 to 100.')

/**
 * The form in which a picture is described.
 *
 * @param zone the newsroom's: a licence ends with its last day there
 */
export function mediaSchema(zone: string) {
  return z
    .object({
      alt: line(2000),
      decorative: z.literal('on').optional(),
      caption: line(2000),
      credit: line(500),
      licence: line(500),
      licenceEnds: z.string().trim().default(''),
      across: percent,
      down: percent,
    })
    .transform(({ decorative, licenceEnds, across, down, ...words }, context) => {
      const lastDay = zonedToDate(`${licenceEnds}T00:00:00`, zone)
      if (licenceEnds !== '' && !lastDay)
        context.addIssue({ code: 'custom', path: ['licenceEnds'], message: 'Give a day, such as 2027-01-31.' })
      return {
        ...words,
        decorative: decorative === 'on',
        licenceEndsAt: lastDay && nextMidnight(lastDay, zone),
        focalX: across / 100,
        focalY: down / 100,
      }
    })
}

export type MediaEntry = z.infer<ReturnType<typeof mediaSchema>>
