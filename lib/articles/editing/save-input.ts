import { z } from 'zod'
import { articleBodySchema, blockSchema } from '../article-body'
import { articleContentSchema } from '../article-input'
import type { ArticleContent } from '../merge/merge-content'
import { blocksOf } from './body-patch'

const bodyPatchSchema = z.object({
  type: z.literal('patch'),
  parts: z.array(z.union([z.tuple([z.number().int().min(0), z.number().int().min(0)]), blockSchema])).max(10_000),
})

/** One save of one device. */
export const saveSchema = z.object({
  /** Made by the device; the same save sent again is the same save. */
  saveId: z.string().regex(/^[\w-]{8,64}$/),
  baseRevision: z.number().int().min(1),
  content: articleContentSchema.extend({ body: z.union([articleBodySchema, bodyPatchSchema]) }),
  /** Whether somebody asked for it or the editor's clock did. */
  reason: z.enum(['saved', 'autosave']).default('autosave'),
})

export type SaveInput = z.input<typeof saveSchema>
type Sent = z.infer<typeof saveSchema>['content']

/** Whether the body says what was sent, to the letter: what no page shows is taken out of it. */
export function isAsTyped({ content }: SaveInput, parsed: Sent): boolean {
  return hasSameWords(content.body, parsed.body)
}

function hasSameWords(sent: unknown, parsed: unknown): boolean {
  if (typeof sent === 'string') return sent === parsed
  if (Array.isArray(sent)) {
    return (
      Array.isArray(parsed) && sent.length === parsed.length && sent.every((one, at) => hasSameWords(one, parsed[at]))
    )
  }
  if (!isObject(sent) || !isObject(parsed)) return true
  return Object.entries(sent).every(([name, own]) => !(name in parsed) || hasSameWords(own, parsed[name]))
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object'

/** A patch names blocks that its base has none of. */
export class PatchRefused extends Error {
  constructor() {
    super('The change does not fit what it was made from. Send the whole text.')
    this.name = 'PatchRefused'
  }
}

/** What was sent, whole. @throws {PatchRefused} */
export function wholeContent({ body, ...fields }: Sent, base: ArticleContent): ArticleContent {
  if (body.type === 'doc') return { ...fields, body }
  const content = blocksOf(base.body.content, body)
  if (!content) throw new PatchRefused()
  return { ...fields, body: { type: 'doc', content } }
}
