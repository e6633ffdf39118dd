import { z } from 'zod'

/** Everything that may be in a backup, by name. Whatever else an archive holds, it is not a backup of ours. */
export const ENTRY_NAME =
  /^(?:portal\.db|secrets\.json|media\/originals\/[0-9a-f]{2}\/[0-9a-f]{64}|outbox\/\w[\w.@+-]{0,200})$/

export const MANIFEST = 'manifest.json'

/** The first file of a backup: what else is in it, to the byte. */
export const manifestSchema = z.object({
  format: z.literal('broadsheet-backup'),
  version: z.literal(1),
  /** The version of Broadsheet that made it. */
  madeBy: z.string().max(40),
  madeAt: z.iso.datetime(),
  files: z
    .array(
      z.object({
        name: z.string().regex(ENTRY_NAME),
        bytes: z.number().int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(2_000_000),
})

export type Manifest = z.infer<typeof manifestSchema>
