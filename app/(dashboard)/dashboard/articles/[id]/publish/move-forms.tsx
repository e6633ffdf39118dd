'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextArea } from '@/app/_components/newsroom/form-field'
import type { ArticleState } from '@/lib/articles/article'
import { MOVES, type Move } from '@/lib/articles/article-states'
import { moveAction } from '@/lib/articles/publish-actions'
import { NEW_FORM } from '@/lib/form-state'
import { LookAgain } from './look-again'

type Props = { articleId: number; revision: number; state: ArticleState; moves: Move[] }

/** Moves of one button each, in the order in which a desk would think of them. */
const PLAIN: Move[] = ['submit', 'withdraw', 'accept', 'unschedule', 'reinstate', 'restore', 'bin']

/** What else can be done with an article now, by this viewer. */
export function MoveForms({ articleId, revision, state, moves }: Props) {
  const [{ errors, values }, act, isPending] = useActionState(moveAction, NEW_FORM)
  const may = (move: Move) => moves.includes(move)
  const hidden = (
    <>
      <input type="hidden" name="article" value={articleId} />
      <input type="hidden" name="base" value={revision} />
    </>
  )
  const plain = PLAIN.filter(may)
  const isOut = state === 'published'
  return (
    <div className="desk-moves">
      <ErrorSummary errors={errors} />
      {errors.form && <LookAgain articleId={articleId} />}
      {(plain.length > 0 || (isOut && may('unpublish'))) && (
        <form action={act} className="desk-row">
          {hidden}
          {[...plain, ...(isOut && may('unpublish') ? (['unpublish'] as const) : [])].map((move) => (
            <Button key={move} name="move" value={move} disabled={isPending}>
              {MOVES[move].verb}
            </Button>
          ))}
        </form>
      )}
      {may('return') && (
        <form action={act} className="desk-form">
          {hidden}
          <TextArea
            name="words"
            id="return-words"
            label="What is still to be done"
            error={errors['return-words']}
            rows={2}
          />
          <p>
            <Button name="move" value="return" disabled={isPending}>
              {MOVES.return.verb}
            </Button>
          </p>
        </form>
      )}
      {may('kill') && state !== 'killed' && (
        <details className="desk-more" open={errors['kill-words'] !== undefined}>
          <summary>Kill this article</summary>
          <form action={act} className="desk-form">
            {hidden}
            <TextArea
              name="words"
              id="kill-words"
              label="What readers are told"
              hint="The article is withdrawn from everywhere. These words stand at its address and among the corrections."
              error={errors['kill-words']}
              defaultValue={values.move === 'kill' ? values.words : ''}
              rows={3}
            />
            <p>
              <Button look="danger" name="move" value="kill" disabled={isPending}>
                Kill it
              </Button>
            </p>
          </form>
        </details>
      )}
    </div>
  )
}
