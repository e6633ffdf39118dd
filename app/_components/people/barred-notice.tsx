import type { Barred } from '@/lib/people/standing'
import { told } from '@/lib/serving/form-answers'

/** What somebody is told who may not take part, in the place of what they would do. After a form it has the focus. */
export function BarredNotice({ barred: { words, why, contact } }: { barred: Barred }) {
  const isAnswer = told() !== null
  return (
    <div
      className="account-notice is-problem"
      role={isAnswer ? 'alert' : undefined}
      tabIndex={isAnswer ? -1 : undefined}
      // biome-ignore lint/a11y/noAutofocus: what is wrong is read first (GOV.UK, error summary)
      autoFocus={isAnswer}
    >
      <h2>{words}</h2>
      <p>
        {why ? (
          <>
            Why: <bdi>{why}</bdi>
          </>
        ) : (
          'The newsroom gave no reason.'
        )}
      </p>
      <p>
        You can read everything.
        {contact && (
          <>
            {' '}
            If you think that this is a mistake, write to <a href={`mailto:${contact}`}>{contact}</a>.
          </>
        )}
      </p>
    </div>
  )
}
