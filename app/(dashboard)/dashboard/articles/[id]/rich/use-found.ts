'use client'

import { useEffect, useState } from 'react'
import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'
import { type Findable, paths } from '@/lib/paths'

const NOTHING: never[] = []

/** What the desk finds for some words, a moment after they were typed. @param words null when nothing is wanted */
export function useFound<Item>(what: Findable, words: string | null): Item[] {
  const [found, setFound] = useState<Item[]>([])
  useEffect(() => {
    if (words === null) return setFound(NOTHING)
    const leaving = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await fetch(paths.deskFind(what, words), { signal: leaving.signal }).catch(() => null)
      if (answer?.ok) setFound((await answer.json()) as Item[])
    }, 200)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [what, words])
  return found
}

/** A picture of the library by its number; null when it is not there, or there is no connection. */
export async function findPicture(id: number): Promise<DeskPicture | null> {
  const answer = await fetch(paths.deskFind('pictures', `#${id}`)).catch(() => null)
  const [picture] = answer?.ok ? ((await answer.json()) as DeskPicture[]) : []
  return picture ?? null
}
