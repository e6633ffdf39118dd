/**
 * Data as JSON that may stand in a `script` element: no text in it can end the element or open a comment (HTML §4.12.1.3),
 * and it is JavaScript as well. `JSON.stringify` itself writes halves of surrogate pairs as escapes.
 */
export function jsonForScript(data: unknown): string {
  return JSON.stringify(data).replaceAll(
    /[<>\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
