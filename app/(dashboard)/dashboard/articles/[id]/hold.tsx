import { Button } from '@/app/_components/newsroom/button'
import { TextField } from '@/app/_components/newsroom/form-field'
import { Part } from '@/app/_components/newsroom/page-head'
import type { Lock } from '@/lib/articles/editing/article-lock'
import { lockAction } from '@/lib/articles/editing/editing-actions'

/** Keeps an article from everybody else's hands, such as while lawyers look at it. */
export function Hold({ articleId, lock }: { articleId: number; lock: Lock | null }) {
  return (
    <Part title="Hold" intro="While it is held, only whoever holds it can change the text.">
      <form action={lockAction} className="desk-form">
        <input type="hidden" name="article" value={articleId} />
        {lock ? (
          <p>
            <Button name="hold" value="no">
              Let the article go
            </Button>
          </p>
        ) : (
          <>
            <TextField name="reason" label="Reason" defaultValue="Legal hold" maxLength={300} />
            <p>
              <Button name="hold" value="yes">
                Hold the article
              </Button>
            </p>
          </>
        )}
      </form>
    </Part>
  )
}
