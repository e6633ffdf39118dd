'use client'

import { LONGEST_HEADLINE } from '@/lib/articles/publish-checks'
import { useTyped } from './form-fields'

const HEADLINE = ['headline']

/** How long the headline is, of what is read at a glance. @param written what it says where no script runs yet */
export function HeadlineLength({ id, written }: { id: string; written: string }) {
  const { headline = '' } = useTyped(HEADLINE) ?? { headline: written }
  const length = [...headline].length
  return (
    <p id={id} className="editor-length">
      {`${length} of ${LONGEST_HEADLINE} characters`}
      {length > LONGEST_HEADLINE && <strong> – long</strong>}
    </p>
  )
}
