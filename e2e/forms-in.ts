const ENTITIES: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'", '#39': "'" }

/**
 * The fields of every form with an action of its own on a page, as a browser without scripts would send them, read from
 * the page as it came: for tests that need no browser.
 */
export function formsIn(html: string): [string, string][][] {
  const forms = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => fieldsOf(form))
  return forms.filter((fields) => fields.some(([name]) => name.startsWith('$ACTION')))
}

function fieldsOf(form: string): [string, string][] {
  const tags = form.match(/<(?:input|textarea|select|button)\b[^>]*>/g) ?? []
  return tags.flatMap((tag): [string, string][] => {
    const name = attribute(tag, 'name')
    return name === null || / type="file"/.test(tag) ? [] : [[name, attribute(tag, 'value') ?? '']]
  })
}

function attribute(tag: string, name: string): string | null {
  const [, value] = new RegExp(` ${name}="([^"]*)"`).exec(tag) ?? []
  return value?.replace(/&(\w+|#\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole) ?? null
}
