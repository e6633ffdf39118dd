import { z } from 'zod'
import { COMMENT_FATES } from '@/db/schema/personal-data'

export type CommentFate = (typeof COMMENT_FATES)[number]

export const commentFateSchema = z.enum(COMMENT_FATES)
