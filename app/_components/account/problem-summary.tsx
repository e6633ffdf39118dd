import { told } from '@/lib/serving/form-answers'

/** What is wrong with the form that was sent, each line leading to its field. It has the focus when the page opens. */
export function ProblemSummary() {
  const problems = told()?.problems ?? []
  if (problems.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: what is wrong is read first (GOV.UK, error summary)
    <div className="account-notice is-problem" role="alert" tabIndex={-1} autoFocus>
      <h2>There is a problem</h2>
      <ul>
        {problems.map(({ field, words }) => (
          <li key={words}>{field ? <a href={`#${field}`}>{words}</a> : words}</li>
        ))}
      </ul>
    </div>
  )
}

/** A page’s title says first that something is wrong. */
export function titleWithProblem(title: string): string {
  return told() ? `Error: ${title}` : title
}

/** What is wrong with a field, or nothing. */
export function problemWith(name: string): string | undefined {
  return told()?.problems.find(({ field }) => field === name)?.words
}
