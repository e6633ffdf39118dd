import { TextArea } from '@/app/_components/newsroom/form-field'
import type { KeptWords } from '@/lib/moderation/kept-words'

/** What was written for the author of a comment that they deleted meanwhile, to take along; nothing when nothing was. */
export function UnsentWords({ kept }: { kept: KeptWords | null }) {
  if (!kept) return null
  return (
    <TextArea name="words" id="unsent" label="What you wrote" defaultValue={kept.words} rows={4} dir="auto" readOnly />
  )
}
