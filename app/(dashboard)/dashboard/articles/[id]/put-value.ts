/**
 * Puts into a field what others made of it. The caret of whoever types in it stays behind the same letter.
 */
export function putValue(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  const before = field.value
  if (before === value) return
  const isTypedIn = field === document.activeElement && !(field instanceof HTMLSelectElement)
  const carets = isTypedIn ? [field.selectionStart ?? 0, field.selectionEnd ?? 0] : null
  field.value = value
  if (!carets) return
  const [from, to] = carets.map((caret) => caretAfter(before, value, caret))
  ;(field as HTMLInputElement).setSelectionRange(from as number, to as number)
}

/** Where a caret is in a text after it was changed in one stretch. */
export function caretAfter(before: string, after: string, caret: number): number {
  let same = 0
  while (same < Math.min(before.length, after.length) && before[same] === after[same]) same += 1
  if (caret <= same) return caret
  return Math.max(same, after.length - (before.length - caret))
}
