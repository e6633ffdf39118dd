/** Letters and signs that the faces of the first view do not have, and those of `public/reader/letters.css` do. */
const RARE =
  /[\u00a1\u00a2\u00a4-\u00b6\u00b8-\u00de\u00fd-\u02c6\u02dc\u1d00-\u1eff\u2009\u200a\u202f-\u2033\u2039\u203a\u2113\u2122\u2190-\u2193\u2212]/

const STYLES = '<link rel="stylesheet" href="/reader/letters.css"/>'

/** @param html a finished page @returns the same page, with the faces for its rarer letters where it has any */
export function withLetters(html: string): string {
  return RARE.test(html) ? html.replace('</head>', `${STYLES}</head>`) : html
}
