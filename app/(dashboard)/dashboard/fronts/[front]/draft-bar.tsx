import { Button, ButtonLink } from '@/app/_components/newsroom/button'
import { formatClock } from '@/lib/dates'
import { discardDraftAction, launchFrontAction } from '@/lib/fronts/front-actions'
import type { FrontDesk } from '@/lib/fronts/front-desk'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'
import { SlotForm } from '../slot-form'

/** What is not live yet, and what can be done about it. */
export function DraftBar({ desk, site }: { desk: FrontDesk; site: Site }) {
  const { front, draftedAt, draftedBy, changes, revision } = desk
  if (!draftedAt) return <p className="draft-bar">Readers see what stands here.</p>
  return (
    <section className="draft-bar is-draft" aria-label="Draft">
      <details open={changes.length <= 4}>
        <summary>
          {changesInWords(changes.length)} not live. Last changed by {draftedBy}, {formatClock(draftedAt, site)}.
        </summary>
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      </details>
      <div className="draft-steps">
        <ButtonLink isSmall href={paths.frontPreview(front)}>
          Preview
        </ButtonLink>
        <SlotForm action={discardDraftAction} fields={{ front }}>
          <Button isSmall>Discard</Button>
        </SlotForm>
        <SlotForm action={launchFrontAction} fields={{ front, revision }}>
          <Button isSmall look="primary">
            Make live
          </Button>
        </SlotForm>
      </div>
    </section>
  )
}

function changesInWords(count: number): string {
  if (count === 0) return 'A draft like what readers see:'
  return count === 1 ? '1 change' : `${count} changes`
}
