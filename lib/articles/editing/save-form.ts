import { database } from '@/db/client'
import type { Viewer } from '../../people/viewer'
import type { Block } from '../article-body'
import { plainText } from '../body-text'
import type { Clash } from '../merge/merge-content'
import { resolve } from '../merge/resolve'
import { fieldsFrom, formValues } from './article-form'
import { bodyToMarkdown } from './body-markdown'
import { contentAt, openArticle } from './desk-content'
import type { ArticleFormState, ShownClash } from './form-state'
import { bodyFromMarkdown } from './markdown-form'
import { refusalOf } from './save-answer'
import { BaseNotFound, type Clashed, saveArticle } from './save-article'

/**
 * Saves what the form without a script sent.
 *
 * @returns what the form is drawn with again, with what was typed; null when it is saved and nothing is to be said
 * @throws what is no fault of whoever wrote it
 */
export async function saveForm(viewer: Viewer, articleId: number, form: FormData): Promise<ArticleFormState | null> {
  const sent = (name: string) => (typeof form.get(name) === 'string' ? (form.get(name) as string) : null)
  const state: ArticleFormState = {
    ...{ values: valuesOf(form), baseRevision: Number(sent('baseRevision')), saveId: crypto.randomUUID() },
    ...{ errors: {}, problems: [], clashes: [], by: null },
  }
  try {
    await openArticle(viewer, articleId)
    const base = await contentAt(database(), articleId, state.baseRevision)
    if (!base) throw new BaseNotFound(articleId, state.baseRevision)
    const { body: baseBody, ...baseFields } = base.content
    const { body, problems } = await bodyFromMarkdown(sent('body') ?? bodyToMarkdown(baseBody), baseBody)
    const content = { ...fieldsFrom(sent, baseFields), body }
    const saveId = sent('saveId') ?? state.saveId
    const saved = await saveArticle(viewer, articleId, {
      ...{ saveId, baseRevision: state.baseRevision, content, reason: 'saved' },
    })
    if (saved.outcome === 'clash') return withClashes(state, saved)
    if (problems.length === 0) return null
    const now = saved.content ?? content
    return { ...state, values: valuesFrom(now), baseRevision: saved.revision, problems }
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return { ...state, errors: { [refusal.field ?? 'form']: refusal.words } }
  }
}

/**
 * What the form is drawn with for somebody who opens the article. The text is not in it: a form that works without a script
 * carries what it was drawn with, so that a long text would be sent once more.
 */
export function openedForm(open: { content: Parameters<typeof valuesFrom>[0]; revision: number }): ArticleFormState {
  return {
    ...{ values: formValues(open.content), baseRevision: open.revision, saveId: crypto.randomUUID() },
    ...{ errors: {}, problems: [], clashes: [], by: null },
  }
}

function valuesFrom(content: Clashed['content']) {
  return { ...formValues(content), body: bodyToMarkdown(content.body) }
}

function valuesOf(form: FormData): Record<string, string> {
  const texts = [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return Object.fromEntries(texts.filter(([name]) => !name.startsWith('$')))
}

/**
 * Both versions of a block stand in the text, theirs first, and of a field mine: whoever wrote takes out what is too much
 * and saves on what the others have.
 */
function withClashes(state: ArticleFormState, { content, clashes, revision, by }: Clashed): ArticleFormState {
  let both = content
  for (const clash of clashes) both = resolve(both, clash, clash.is === 'block' ? 'both' : 'mine')
  return { ...state, values: valuesFrom(both), baseRevision: revision, clashes: clashes.map(shown), by }
}

function shown(clash: Clash): ShownClash {
  if (clash.is === 'block') {
    const words = (block: Block | null) => (block ? plainText(block) || `(${block.type})` : '(taken out)')
    return { label: 'Text', theirs: words(clash.theirs), mine: words(clash.mine) }
  }
  const words = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? ''))
  return { label: clash.field, theirs: words(clash.theirs), mine: words(clash.mine) }
}
