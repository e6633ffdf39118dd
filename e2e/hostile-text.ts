export const MEGABYTE = 'a'.repeat(1_000_000)

/** What somebody may send who means no good. What runs takes the page's title. */
export const HOSTILE: Record<string, string> = {
  script: '"><script>document.title = "taken"</script>',
  'an image that fails': '<img src=x onerror="document.title = \'taken\'">',
  'a closed text area': '</textarea><script>document.title = "taken"</script>',
  'control characters': 'a\u0000b\u0008c\u001bd\u007f',
  'an override of order': 'abc\u202Ecba\u2066',
  'what cannot be seen': '\u200B\u2060\uFEFF',
  'half of a letter': 'a\uD800b',
  'the other half': '\uDC00',
  'a megabyte': MEGABYTE,
  'a megabyte of marks': `e${'\u0301'.repeat(500_000)}`,
  'a line that ends it': 'a\r\nSet-Cookie: session=x',
  sql: "'; drop table people; --",
}

/** What a text must never be on a page: markup of its own. */
export const AS_MARKUP = /<script>document\.title|<img src=x onerror/

/**
 * The body of a form as `multipart/form-data`, letter by letter: halves of letters go out as a broken client writes them,
 * which `FormData` would put right.
 */
export function multipartOf(fields: Iterable<[string, string]>): { body: Buffer; headers: Record<string, string> } {
  const boundary = 'broadsheet-hostile-text-boundary'
  const parts = [...fields].map(([name, value]) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n`),
      bytesOf(value),
      Buffer.from('\r\n'),
    ]),
  )
  const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

/** A text percent-encoded as it is, halves of letters as the three bytes that no UTF-8 has. */
export function percentEncoded(text: string): string {
  return [...bytesOf(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
}

/** A text in UTF-8, halves of letters as the three bytes that no UTF-8 has. */
export function bytesOf(text: string): Buffer {
  if (!/\p{Cs}/u.test(text)) return Buffer.from(text)
  return Buffer.concat(
    [...text].map((letter) => (/\p{Cs}/u.test(letter) ? halfOf(letter.charCodeAt(0)) : Buffer.from(letter))),
  )
}

function halfOf(code: number): Buffer {
  return Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)])
}
