import { SURE } from '@/lib/comments/second-look'
import { problemWith } from '../account/problem-summary'

/** The question that somebody is asked about what they are about to post; nothing when they are asked none. */
export function questionAsked(): string | undefined {
  return problemWith(SURE)
}

/** It is a question and no problem: whatever is answered, the text goes on. It has the focus when the page opens. */
export function AreYouSure({ question }: { question: string }) {
  return (
    // biome-ignore lint/a11y/noAutofocus: the question is read before the text that it is about
    <div className="account-notice" role="alert" tabIndex={-1} autoFocus>
      <h2>Are you sure?</h2>
      <p>{question}</p>
    </div>
  )
}

/** Says with the form that is shown again that it was asked. */
export function SureField() {
  return questionAsked() ? <input type="hidden" name={SURE} value="1" /> : null
}
