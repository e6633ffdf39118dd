/**
 * The beginning of a text, on one line, and never cut within a letter.
 *
 * @param most letters of it
 */
export function beginningOf(text: string, most: number): string {
  const letters = [...text.replaceAll(/\s+/g, ' ')]
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : letters.join('')
}
