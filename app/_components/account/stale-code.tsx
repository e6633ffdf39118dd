import { paths } from '@/lib/paths'
import { Door } from './door'
import { ProblemSummary } from './problem-summary'

/** In the place of a code's page when there is nothing to enter it for any more. */
export function StaleCode() {
  return (
    <Door title="This code cannot be used">
      <ProblemSummary />
      <p>It was used, replaced by a newer one, tried too often, or is more than 30 minutes old.</p>
      <p>
        <a href={paths.signIn()}>Ask for a new code</a>
      </p>
    </Door>
  )
}
