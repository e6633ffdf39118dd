'use client'

import { useEffect, useState } from 'react'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** A field of the article's form. */
export function fieldOf(name: string): Control | null {
  return document.querySelector<Control>(`form.editor [name="${name}"]`)
}

/** Sets a field as if somebody had typed it. */
export function setField(name: string, value: string): void {
  const field = fieldOf(name)
  if (!field || field.value === value) return
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** What stands in some fields of the article's form, as it is typed; null until the script runs. */
export function useTyped(names: readonly string[]): Record<string, string> | null {
  const [typed, setTyped] = useState<Record<string, string> | null>(null)
  const key = names.join()
  useEffect(() => {
    const read = () => {
      const values = Object.fromEntries(key.split(',').map((name) => [name, fieldOf(name)?.value ?? '']))
      setTyped((before) => (before && JSON.stringify(before) === JSON.stringify(values) ? before : values))
    }
    read()
    const form = document.querySelector('form.editor')
    form?.addEventListener('input', read)
    return () => form?.removeEventListener('input', read)
  }, [key])
  return typed
}
