import { z } from 'zod'
import { readEnvironment } from '../env'
import { components } from './answer-schemas'
import { apiPaths } from './api-paths'
import { PARAMETERS } from './parameters'

/**
 * The description of the read API (OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.1.html), made from the schemas that
 * its answers are made by.
 */
export function describeApi({ name }: { name: string }) {
  return {
    openapi: '3.1.1',
    info: {
      title: `${name}: read API`,
      version: '1',
      description: 'Everything published, as JSON. Nothing needs a key; unknown parameters are ignored.',
    },
    servers: [{ url: readEnvironment().siteUrl + apiPaths.root() }],
    paths: {
      '/articles': {
        get: {
          ...about('listArticles', 'Articles, newest first'),
          parameters: [...described('section', 'tag', 'author', 'language', 'since', 'until', 'limit'), ARTICLE_CURSOR],
          responses: { ...answers('Articles'), ...problems(400) },
        },
      },
      '/articles/{slug}': {
        get: {
          ...about('getArticle', 'An article, whole'),
          parameters: [{ name: 'slug', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { ...answers('Article'), ...MOVED, ...problems(404, 410) },
        },
      },
      '/search': {
        get: {
          ...about('searchArticles', 'Articles that have what is looked for'),
          parameters: [...described('q', 'section', 'author', 'from', 'to', 'sort', 'limit'), SEARCH_CURSOR],
          responses: { ...answers('Found'), ...problems(400, 429) },
        },
      },
      '/sections': { get: { ...about('listSections', 'The sections'), responses: answers('Sections') } },
      '/tags': { get: namesOf('Tags', 'listTags', 'The tags of public articles, by slug') },
      '/authors': { get: namesOf('Authors', 'listAuthors', 'The authors of public articles, by handle') },
    },
    components: { schemas: schemas() },
  }
}

const PROBLEMS = {
  400: 'A parameter cannot be used: which, what it was, and what it may be.',
  404: 'There is nothing here, or nothing that is public.',
  410: 'The article was withdrawn; `detail` is what readers are told.',
  429: 'Too many searches came from one network; `retry-after` says after how many seconds to come back.',
}

const MOVED = { 308: { description: 'The article has another slug now.', headers: { location: text('Where it is.') } } }
const ARTICLE_CURSOR = { ...parameter('articleCursor'), name: 'cursor' }
const SEARCH_CURSOR = { ...parameter('searchCursor'), name: 'cursor' }
const NAME_CURSOR = { ...parameter('nameCursor'), name: 'cursor' }

function about(operationId: string, summary: string) {
  return { operationId, summary }
}

function namesOf(schema: string, operationId: string, summary: string) {
  return {
    ...about(operationId, summary),
    parameters: [...described('limit'), NAME_CURSOR],
    responses: { ...answers(schema), ...problems(400) },
  }
}

function described(...names: (keyof typeof PARAMETERS)[]) {
  return names.map(parameter)
}

function parameter(name: keyof typeof PARAMETERS) {
  const { schema, description, expected } = PARAMETERS[name]
  const whole = `${description} Expected: ${expected}.`
  return {
    name: name as string,
    in: 'query',
    description: whole,
    schema: bare(z.toJSONSchema(schema, { io: 'input' })),
  }
}

function answers(schema: string) {
  return {
    200: {
      description: 'What was asked for.',
      headers: { etag: text('Stays while the answer does; send it as `If-None-Match`.') },
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
    },
    304: { description: 'The answer is the one that the client has.' },
  }
}

function problems(...statuses: (keyof typeof PROBLEMS)[]) {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(statuses.map((status) => [status, { description: PROBLEMS[status], content }]))
}

function text(description: string) {
  return { description, schema: { type: 'string' } }
}

function schemas() {
  const made = z.toJSONSchema(components, {
    uri: (id) => `#/components/schemas/${id}`,
    // The pattern of every day that there can be says nothing that the format does not.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern
    },
  })
  return Object.fromEntries(Object.entries(made.schemas).map(([id, schema]) => [id, bare(schema)]))
}

/** A schema inside a document: the document says which dialect it speaks, and where each is found. */
function bare({ $schema, $id, ...schema }: Record<string, unknown>) {
  return schema
}
