import { Button } from '@/app/_components/newsroom/button'
import { TextField } from '@/app/_components/newsroom/form-field'
import { Notice } from '@/app/_components/newsroom/notice'
import type { Lock } from '@/lib/articles/editing/article-lock'
import { lockAction } from '@/lib/articles/editing/editing-actions'
import { formatMoment, type Place } from '@/lib/dates'

const FORM = 'hold'

/** Keeps an article from everybody else's hands, such as while lawyers look at it. */
export function Hold() {
  return (
    <details className="desk-more">
      <summary>Hold</summary>
      <p className="desk-hint">While it is held, only whoever holds it can change the text.</p>
      <TextField form={FORM} name="reason" label="Reason" defaultValue="Legal hold" maxLength={300} />
      <p>
        <Button form={FORM} name="hold" value="yes">
          Hold the article
        </Button>
      </p>
    </details>
  )
}

/** The form of it. A form stands in no other: this one stands behind that of the article. */
export function HoldForm({ articleId }: { articleId: number }) {
  return (
    <form id={FORM} action={lockAction} hidden>
      <input type="hidden" name="article" value={articleId} />
    </form>
  )
}

type HeldProps = { articleId: number; lock: Lock; place: Place; mayWrite: boolean; mayLetGo: boolean }

/** Who holds the article, and why; and where it is let go. */
export function Held({ articleId, lock, place, mayWrite, mayLetGo }: HeldProps) {
  const reason = /[.!?]$/.test(lock.reason) ? lock.reason : `${lock.reason}.`
  return (
    <Notice tone="warning" title={`${lock.by} holds this article`}>
      <p>{`${reason} Held since ${formatMoment(lock.at, place)}. ${mayWrite ? '' : 'You can read it, not change it.'}`}</p>
      {mayLetGo && (
        <form action={lockAction}>
          <input type="hidden" name="article" value={articleId} />
          <Button isSmall name="hold" value="no">
            Let the article go
          </Button>
        </form>
      )}
    </Notice>
  )
}
