'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { isSame } from '@/lib/articles/merge/sameness'
import type { Finding } from '@/lib/articles/publish-checks'

/** What the checks say of a revision; null when nobody was told. */
export type Checked = { revision: number; checks: Finding[] | null }

/**
 * What the checks say of the newest revision that they were told of. Answers overtake each other: what is said of an
 * earlier one is not taken.
 *
 * @param drawn what the page was drawn with, which it is again when a note was left
 */
export function useChecks(drawn: Checked): { checks: Finding[]; takeChecks: (checked: Checked) => void } {
  const [checks, setChecks] = useState(drawn.checks ?? [])
  const newest = useRef(drawn.revision)
  const takeChecks = useCallback(({ revision, checks: told }: Checked) => {
    if (told === null || revision < newest.current) return
    newest.current = revision
    setChecks((before) => (isSame(before, told) ? before : told))
  }, [])
  const { revision, checks: found } = drawn
  useEffect(() => takeChecks({ revision, checks: found }), [revision, found, takeChecks])
  return { checks, takeChecks }
}
