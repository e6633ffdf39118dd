import { ACTIONS, actionsOfTheBuild, callOf, type Endpoint, formOf } from '../action-matrix'
import { KEEPERS_HERE, type Known, MATRIX, type Rule } from '../authorization-matrix'
import { lineCount, othersThan, refused, type Try, test, wrongAmong } from '../door-tries'
import { expect } from '../fixtures'

const actions = actionsOfTheBuild()
const named = actions.filter(({ name }) => !name.startsWith('$$'))
const addressOf = ({ route }: Endpoint, at: Known) => MATRIX[route]?.at?.(at) ?? route

/** Every action that is done ends by leading on; bulk deeds say how many were left, or which. */
const NOT_FOUND = 'x-nextjs-action-not-found'

test('every action has its line in the table, and every line its action', () => {
  const names = [...new Set(named.map(({ name }) => name))]
  expect(names.filter((name) => !ACTIONS[name])).toEqual([])
  expect(Object.keys(ACTIONS).filter((name) => !names.includes(name))).toEqual([])
  // What is written within a page is sealed, and tried with the page's own form.
  expect(actions.filter(({ name }) => name.startsWith('$$')).map(({ route }) => route)).toEqual([
    '/dashboard/articles/*/revisions',
  ])
})

test('an action does nothing for whoever may not, filled in as rightly as it may be', async ({ server, tried }) => {
  const { at, cookies } = tried
  const before = lineCount()
  const tries = named.flatMap((action): Try[] => {
    const deed = ACTIONS[action.name]
    if (!deed) return []
    return othersThan(deed).map((who) => ({
      ...{ who, address: addressOf(action, at), expects: (answer) => notDone(action, answer) },
      init: { method: 'POST', body: formOf(action, deed.fields(at)) },
    }))
  })
  expect(tries.length).toBeGreaterThan(300)
  expect(await wrongAmong(server.url, cookies, tries)).toEqual([])
  expect(lineCount()).toBe(before)
})

test('an action that a script calls from a page of one’s own does no more', async ({ server, tried }) => {
  const { at, cookies } = tried
  const before = lineCount()
  const tries = named.flatMap((action): Try[] => {
    const deed = ACTIONS[action.name]
    if (!deed) return []
    const from = { commenter: '/account', author: '/dashboard', nobody: '/sign-in' } as const
    const called: Try['expects'] = ({ status, headers }) => {
      const led = headers.get('x-action-redirect') ?? ''
      return status >= 500 || /done=(?!0&)|saved/.test(led) ? `${action.name} is done: ${status} ${led}` : null
    }
    return othersThan(deed)
      .filter((who): who is keyof typeof from => who in from)
      .map((who) => ({ who, address: from[who], init: callOf(action, deed.fields(at)), expects: called }))
  })
  expect(tries.length).toBeGreaterThan(100)
  expect(await wrongAmong(server.url, cookies, tries)).toEqual([])
  expect(lineCount()).toBe(before)
})

test('the same fields are done for whoever may', async ({ server, tried: { at, cookies } }) => {
  const tries = named.flatMap((action): Try[] => {
    const deed = ACTIONS[action.name]
    if (!deed?.isHarmless) return []
    const done: Try['expects'] = (answer) =>
      answer.status === 303 && refused(answer) ? null : `${action.name} is not done: ${answer.status}`
    const init = { method: 'POST', body: formOf(action, deed.fields(at)) }
    return [{ who: 'admin', address: addressOf(action, at), init, expects: done }]
  })
  expect(tries.length).toBeGreaterThan(15)
  expect(await wrongAmong(server.url, cookies, tries)).toEqual([])
})

/** What is done about a comment of somebody else's, by the last part of its address. */
const COMMENT_DEEDS: Record<string, { may: Rule; fields: Record<string, string> }> = {
  edit: { may: [], fields: { body: 'Taken over', revision: '1' } },
  delete: { may: [], fields: {} },
  appeal: { may: [], fields: { text: 'It was right.' } },
  hide: { may: KEEPERS_HERE, fields: { on: '1', reason: 'It broke the third rule.', revision: '1' } },
  pick: { may: KEEPERS_HERE, fields: { on: '1' } },
  like: { may: 'own', fields: { on: '1' } },
  follow: { may: 'own', fields: { on: '1' } },
  mute: { may: 'own', fields: { on: '1' } },
  report: { may: 'own', fields: { reason: 'spam' } },
}

test('a comment is left alone by whoever may not, in forms and in JSON', async ({ server, tried }) => {
  const { at, cookies } = tried
  const before = lineCount()
  const tries = Object.entries(COMMENT_DEEDS).flatMap(([name, { may, fields }]) =>
    othersThan({ may }).flatMap((who): Try[] => {
      const json = { accept: 'application/json', 'content-type': 'application/json' }
      return [
        { method: 'POST', body: new URLSearchParams(fields) },
        { method: 'POST', body: JSON.stringify(fields), headers: json },
      ].map((init) => ({ who, address: `/comments/${at.comment}/${name}`, init, expects: refused }))
    }),
  )
  expect(await wrongAmong(server.url, cookies, tries)).toEqual([])
  expect(lineCount()).toBe(before)
})

/**
 * What is done ends by leading on; whoever may open the page but not do this is shown it again. What was no action of the
 * build would prove nothing.
 */
function notDone(action: Endpoint, answer: Parameters<Try['expects']>[0]): string | null {
  if (answer.headers.has(NOT_FOUND)) return `did not reach ${action.name}`
  const isNothingDone =
    /[?&]done=0(?:&|$)/.test(answer.location) || /^[^?]*\?(?!.*\bdone=).*\bstale=/.test(answer.location)
  if (answer.status === 200 || isNothingDone) return null
  const complaint = refused(answer)
  return complaint && `${action.name} ${complaint}`
}
