import { z } from 'zod'
import { MAIL_CHOICES, NOTIFICATION_KINDS } from '@/db/schema/notifications'

/** What the form of choices sends: kinds that are not named stay as they are. */
export const mailChoicesSchema = z.partialRecord(z.enum(NOTIFICATION_KINDS), z.enum(MAIL_CHOICES))
