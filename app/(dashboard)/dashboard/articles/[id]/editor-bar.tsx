'use client'

import { Badge } from '@/app/_components/newsroom/badge'
import { Button } from '@/app/_components/newsroom/button'
import { paths } from '@/lib/paths'
import type { ArticleFormProps } from './article-form'
import { STATE_NAMES, STATE_TONES } from './options'
import { SaveState } from './save-state'
import type { Editing } from './use-editing'

type Props = ArticleFormProps & { editing: Editing; isPending: boolean }

/** What one is writing, how it stands, and whether it is safe. */
export function EditorBar({ article, editing, isPending, mayWrite, nextVerb, content, place }: Props) {
  return (
    <div className="editor-bar">
      <p className="editor-back">
        <a href={paths.deskArticles()}>Articles</a>
      </p>
      <h1 className="editor-name">{content.headline || article.slug}</h1>
      <Badge tone={STATE_TONES[article.state]}>{STATE_NAMES[article.state]}</Badge>
      <SaveState state={editing.state} place={place} />
      {editing.others.length > 0 && (
        <p className="editor-others">
          <span className="unseen">Also here: </span>
          {editing.others.map(({ name }) => name).join(', ')}
        </p>
      )}
      <p className="desk-actions">
        <a className="desk-button is-quiet" href={paths.previewArticle(article.id)} onClick={editing.follow}>
          Preview
        </a>
        <a className="desk-button is-quiet" href={paths.revisions(article.id)}>
          History
        </a>
        {article.state === 'published' && (
          <a className="desk-button is-quiet" href={paths.numbers('', article.id)}>
            Numbers
          </a>
        )}
        <a className="desk-button" href={paths.publishSheet(article.id)} onClick={editing.follow}>
          {nextVerb ? `${nextVerb}…` : 'Where it stands…'}
        </a>
        {mayWrite && (
          <Button look="primary" disabled={isPending}>
            Save
          </Button>
        )}
      </p>
    </div>
  )
}
