import { z } from 'zod'
import { ARTICLE_KINDS } from '@/db/schema/articles'
import { LONGEST_HEADLINE } from '../article-input'

/** What an article begins with. */
export const newArticleSchema = z.object({
  headline: z
    .string()
    .trim()
    .min(1, { error: 'Give it a headline, or a working title: it can be changed.' })
    .max(LONGEST_HEADLINE, { error: `A headline has at most ${LONGEST_HEADLINE} characters.` }),
  section: z.string().min(1, { error: 'Choose a section.' }),
  kind: z.enum(ARTICLE_KINDS).default('news'),
  language: z.string().trim().min(2, { error: 'A language is written as en or pt-BR.' }).max(35),
  standfirst: z.string().trim().max(2000).default(''),
})
