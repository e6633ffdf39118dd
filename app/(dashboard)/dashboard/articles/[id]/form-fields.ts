'use client'

import { useEffect, useState } from 'react'
import { type FormFields, fieldsFrom, formValues } from '@/lib/articles/editing/article-form'
import { putValue } from './put-value'

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

/** The fields as they stand in the form. @param was what those are that the form lacks */
export function readFields(was: FormFields): FormFields {
  return fieldsFrom((name) => fieldOf(name)?.value ?? null, was)
}

/** Puts in place what others made of the fields. What says the same stays as it was typed. */
export function showFields(next: FormFields, was: FormFields): void {
  const shown = formValues(readFields(was))
  for (const [name, value] of Object.entries(formValues(next))) {
    const field = fieldOf(name)
    if (field && shown[name] !== value) putValue(field, value)
  }
}

/**
 * Whether what is typed in is a field of the article's form: not the text, which tells of itself what changes in it, and
 * not a note, whose form is another.
 */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest('.ProseMirror') !== null) return false
  return (target as Control).form?.classList.contains('editor') ?? false
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
    const hear = ({ target }: Event) => isField(target) && read()
    form?.addEventListener('input', hear)
    return () => form?.removeEventListener('input', hear)
  }, [key])
  return typed
}
