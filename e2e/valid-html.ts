import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // How React writes HTML, which the standard allows.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attr-case': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'prefer-native-element': 'off',
    'no-inline-style': 'error',
    // Numbers are broken where the line ends, as everywhere in a text.
    'tel-non-breaking': 'off',
    // An id holds no space, and may hold the letters and marks of any script (HTML §3.2.6).
    'valid-id': ['error', { relaxed: true }],
    // Everything comes from this server.
    'require-sri': 'off',
  },
})

/** What the HTML standard says against a page; empty when there is nothing. */
export async function htmlProblems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}
