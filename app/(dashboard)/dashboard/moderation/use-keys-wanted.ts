import { useCallback, useEffect, useState } from 'react'

const NAME = 'queue-keys'

/** Whether somebody wants the keys of the queue on this device; null before the device was asked. */
export function useKeysWanted(): [boolean | null, (isWanted: boolean) => void] {
  const [isWanted, setWanted] = useState<boolean | null>(null)
  useEffect(() => {
    try {
      setWanted(localStorage.getItem(NAME) !== 'off')
    } catch {
      setWanted(true)
    }
  }, [])
  const want = useCallback((next: boolean) => {
    setWanted(next)
    try {
      localStorage.setItem(NAME, next ? 'on' : 'off')
    } catch {
      // A browser that keeps nothing forgets it with the page.
    }
  }, [])
  return [isWanted, want]
}
