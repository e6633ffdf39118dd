'use server'

import { notFound, redirect } from 'next/navigation'
import type { z } from 'zod'
import { paths } from '../paths'
import { requireStaff } from '../people/current-viewer'
import { Refused, type Viewer } from '../people/viewer'
import {
  type Arrangement,
  ArrangementRefused,
  backfillWith,
  move,
  moveTo,
  override,
  place,
  remove,
  replace,
} from './arrangement'
import { endBreakingNews, startBreakingNews } from './breaking-commands'
import { changeDraft, DraftMoved, discardDraft, launchDraft, restoreLaunch } from './front-commands'
import {
  backfillSchema,
  breakingNewsSchema,
  destinationSchema,
  frontNameSchema,
  overridesSchema,
  slotNameSchema,
} from './front-input'

/** Why nothing was done, in words; null before anything was tried. */
export type Problem = string | null

/** Puts a story on a front's draft. Fields: front, container, article. */
export async function placeStoryAction(_: Problem, form: FormData): Promise<Problem> {
  return changeCard(form, 'placed', (front, slot) => (draft) => place(front, draft, slot, new Date()))
}

/** Moves a card by a step. Fields: front, container, article, step. */
export async function moveCardAction(_: Problem, form: FormData): Promise<Problem> {
  const step = form.get('step') === 'up' ? 'up' : 'down'
  return changeCard(form, 'moved', (front, slot) => (draft) => move(front, draft, slot, step))
}

/** Moves a card somewhere else. Fields: front, container, article, destination. */
export async function moveCardToAction(_: Problem, form: FormData): Promise<Problem> {
  const destination = destinationSchema.safeParse(form.get('destination'))
  if (!destination.success) return firstWords(destination.error)
  return changeCard(form, 'moved', (front, slot) => (draft) => moveTo(front, draft, slot, destination.data))
}

/** Takes a card off. Fields: front, container, article. */
export async function removeCardAction(_: Problem, form: FormData): Promise<Problem> {
  return changeCard(form, 'removed', (front, slot) => (draft) => remove(front, draft, slot))
}

/** Puts another story in a card's place. Fields: front, container, article, replacement. */
export async function replaceCardAction(_: Problem, form: FormData): Promise<Problem> {
  const other = slotNameSchema.safeParse({ container: form.get('container'), articleId: form.get('replacement') })
  if (!other.success) return 'Choose the story to put in its place.'
  return changeCard(
    form,
    'replaced',
    (front, slot) => (draft) => replace(front, draft, slot, other.data.articleId, new Date()),
  )
}

/** Says on the front what the article does not. Fields: front, container, article, and those of the overrides. */
export async function overrideCardAction(_: Problem, form: FormData): Promise<Problem> {
  const overrides = overridesSchema.safeParse({
    ...Object.fromEntries(
      ['size', 'headline', 'trail', 'kicker', 'picture'].map((name) => [name, form.get(name) ?? '']),
    ),
    sublinks: form.getAll('sublink').filter((value) => value !== ''),
  })
  if (!overrides.success) return firstWords(overrides.error)
  return changeCard(form, 'saved', (front, slot) => (draft) => override(front, draft, slot, overrides.data))
}

/** Chooses what fills up a container. Fields: front, container, section, tag. */
export async function backfillAction(_: Problem, form: FormData): Promise<Problem> {
  const front = frontOf(form)
  const backfill = backfillSchema.safeParse({ section: form.get('section') ?? '', tag: form.get('tag') ?? '' })
  const container = slotNameSchema.shape.container.safeParse(form.get('container'))
  if (!backfill.success || !container.success) return 'Choose a section, a tag, or neither.'
  return attempt(front, 'saved', async (viewer) => {
    await changeDraft(viewer, front, (draft) => backfillWith(front, draft, container.data, backfill.data))
  })
}

/** Puts the draft before readers. Fields: front, revision. */
export async function launchFrontAction(_: Problem, form: FormData): Promise<Problem> {
  const front = frontOf(form)
  return attempt(front, 'live', (viewer) => launchDraft(viewer, front, Number(form.get('revision'))))
}

/** Throws the draft away. Fields: front. */
export async function discardDraftAction(_: Problem, form: FormData): Promise<Problem> {
  const front = frontOf(form)
  return attempt(front, 'discarded', (viewer) => discardDraft(viewer, front))
}

/** Makes an earlier version the draft. Fields: front, launch. */
export async function restoreLaunchAction(_: Problem, form: FormData): Promise<Problem> {
  const front = frontOf(form)
  return attempt(front, 'restored', (viewer) => restoreLaunch(viewer, front, Number(form.get('launch'))))
}

/** Puts the strip above every page. Fields: text, article, hours. */
export async function startBreakingNewsAction(_: Problem, form: FormData): Promise<Problem> {
  const viewer = await requireStaff(paths.dashboardFronts())
  const input = breakingNewsSchema.safeParse({
    text: form.get('text') ?? '',
    articleId: form.get('article'),
    hours: form.get('hours'),
  })
  if (!input.success) return firstWords(input.error)
  const problem = await problemOf(() => startBreakingNews(viewer, input.data))
  if (problem !== null) return problem
  redirect(`${paths.dashboardFronts()}?done=breaking`)
}

/** Takes the strip down. */
export async function endBreakingNewsAction(): Promise<void> {
  const viewer = await requireStaff(paths.dashboardFronts())
  await problemOf(() => endBreakingNews(viewer))
  redirect(`${paths.dashboardFronts()}?done=ended`)
}

/** The front that a form is about; an action of a front that nobody named is none. */
function frontOf(form: FormData): string {
  const name = frontNameSchema.safeParse(form.get('front'))
  return name.success ? name.data : notFound()
}

async function changeCard(
  form: FormData,
  done: string,
  change: (
    front: string,
    slot: { container: 'lead' | 'news' | 'opinion'; articleId: number },
  ) => (draft: Arrangement) => Arrangement,
): Promise<Problem> {
  const front = frontOf(form)
  const slot = slotNameSchema.safeParse({ container: form.get('container'), articleId: form.get('article') })
  if (!slot.success) return 'Choose a story and a place for it.'
  return attempt(front, done, (viewer) => changeDraft(viewer, front, change(front, slot.data)))
}

async function attempt(front: string, done: string, work: (viewer: Viewer) => Promise<void>): Promise<Problem> {
  const viewer = await requireStaff(paths.dashboardFront(front))
  const problem = await problemOf(() => work(viewer))
  if (problem === null) redirect(`${paths.dashboardFront(front)}?done=${done}`)
  return problem
}

/** What cannot be done in words; what this person may not do is not there for them. */
async function problemOf(work: () => Promise<void>): Promise<Problem> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof ArrangementRefused || error instanceof DraftMoved) return error.message
    if (error instanceof Refused) notFound()
    throw error
  }
}

function firstWords(error: z.ZodError): string {
  return error.issues[0]?.message ?? 'Look at what was typed.'
}
