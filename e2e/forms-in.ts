const ENTITIES: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'", '#39': "'" }

const CONTROL = /<(?:input|textarea|select|button)\b[^>]*>/g

/**
 * The fields of every form with an action of its own on a page, as a browser without scripts would send them, read from
 * the page as it came: for tests that need no browser.
 */
export function formsIn(html: string): [string, string][][] {
  const tags = html.match(CONTROL) ?? []
  const forms = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => {
    const id = attribute(form.slice(0, form.indexOf('>') + 1), 'id')
    const own = (form.match(CONTROL) ?? []).filter((tag) => attribute(tag, 'form') === null)
    return fieldsOf([...own, ...tags.filter((tag) => id !== null && attribute(tag, 'form') === id)])
  })
  return forms.filter((fields) => fields.some(([name]) => name.startsWith('$ACTION')))
}

function fieldsOf(tags: string[]): [string, string][] {
  return tags.flatMap((tag): [string, string][] => {
    const name = attribute(tag, 'name')
    return name === null || / type="file"/.test(tag) ? [] : [[name, attribute(tag, 'value') ?? '']]
  })
}

function attribute(tag: string, name: string): string | null {
  const [, value] = new RegExp(` ${name}="([^"]*)"`).exec(tag) ?? []
  return value?.replace(/&(\w+|#\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole) ?? null
}
