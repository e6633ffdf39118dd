import { diffArrays } from 'diff'
import { Fragment } from 'react'
import { tokensOf } from '@/lib/articles/merge/merge-text'

type Props = { before: string; after: string; names: [string, string] }

/** Two texts as one, with what was taken out and what was added marked by signs as well as by colour. */
export function WordChanges({ before, after, names }: Props) {
  const parts = diffArrays(tokensOf(before), tokensOf(after))
  return (
    <div className="word-changes">
      <p className="desk-hint">
        <del>{names[0]}</del> <ins>{names[1]}</ins>
      </p>
      <p>
        {parts.map(({ added, removed, value }, at) => {
          const key = `${at}-${value.length}`
          const text = value.join('')
          if (added) return <ins key={key}>{text}</ins>
          if (removed) return <del key={key}>{text}</del>
          return <Fragment key={key}>{text}</Fragment>
        })}
      </p>
    </div>
  )
}
