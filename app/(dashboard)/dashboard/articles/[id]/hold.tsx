import { Button } from '@/app/_components/newsroom/button'
import { TextField } from '@/app/_components/newsroom/form-field'
import { Notice } from '@/app/_components/newsroom/notice'
import type { Lock } from '@/lib/articles/editing/article-lock'
import { formatMoment, type Place } from '@/lib/dates'
import { HOLD_FORM as FORM } from './forms'

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

type HeldProps = { lock: Lock; place: Place; mayWrite: boolean; mayLetGo: boolean }

/** Who holds the article, and why; and where it is let go. */
export function Held({ lock, place, mayWrite, mayLetGo }: HeldProps) {
  const reason = /[.!?]$/.test(lock.reason) ? lock.reason : `${lock.reason}.`
  return (
    <Notice tone="warning" title={`${lock.by} holds this article`}>
      <p>{`${reason} Held since ${formatMoment(lock.at, place)}. ${mayWrite ? '' : 'You can read it, not change it.'}`}</p>
      {mayLetGo && (
        <Button form={FORM} isSmall name="hold" value="no">
          Let the article go
        </Button>
      )}
    </Notice>
  )
}
