'use server'

import { redirect } from 'next/navigation'
import { type FormState, faultsOf, refusal } from '../form-state'
import { orNotFound } from '../or-not-found'
import { paths } from '../paths'
import { requireRight } from '../people/require-right'
import { changeTag, mergeTags, TagRefused } from '../tags/tag-commands'
import { findTagId } from '../tags/tag-desk'
import { mayKeepTags } from '../tags/tag-policy'
import { addSection, changeSection, shiftSection } from './section-commands'
import { SectionRefused } from './site-commands'
import { mayChangeSettings } from './site-policy'
import { sectionSchema, tagSchema } from './topic-input'

/** Adds a section, or changes the one whose id comes along. */
export async function saveSectionAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireRight(mayChangeSettings, paths.sectionsDesk())
  const input = sectionSchema.safeParse(Object.fromEntries(form))
  if (!input.success) return faultsOf(input.error, form)
  const id = Number(form.get('id'))
  try {
    await (id > 0 ? changeSection(viewer, id, input.data) : addSection(viewer, input.data))
  } catch (error) {
    if (error instanceof SectionRefused) return refusal(error.message, form, 'slug')
    throw error
  }
  redirect(`${paths.sectionsDesk()}?done=saved`)
}

/** Moves a section up or down. */
export async function shiftSectionAction(form: FormData): Promise<void> {
  const viewer = await requireRight(mayChangeSettings, paths.sectionsDesk())
  const shift = () => shiftSection(viewer, Number(form.get('id')), form.get('way') === 'up' ? 'up' : 'down')
  await orNotFound(shift, (error) => error instanceof SectionRefused)
  redirect(`${paths.sectionsDesk()}?done=moved`)
}

/** Changes a tag's name, address or description. */
export async function saveTagAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireRight(mayKeepTags, paths.tagsDesk())
  const input = tagSchema.safeParse(Object.fromEntries(form))
  if (!input.success) return faultsOf(input.error, form)
  const refused = await tagRefusal(() => changeTag(viewer, Number(form.get('id')), input.data), form, 'slug')
  return refused ?? redirect(paths.tagsDesk('?done=saved'))
}

/** Merges a tag into the one that was typed. */
export async function mergeTagAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireRight(mayKeepTags, paths.tagsDesk())
  const into = await findTagId(viewer, String(form.get('into') ?? ''))
  if (into === null) return refusal('There is no tag of this name or address.', form, 'into')
  const refused = await tagRefusal(() => mergeTags(viewer, Number(form.get('id')), into), form, 'into')
  return refused ?? redirect(paths.tagsDesk('?done=merged'))
}

async function tagRefusal(command: () => Promise<unknown>, form: FormData, field: string): Promise<FormState | null> {
  try {
    await command()
    return null
  } catch (error) {
    if (error instanceof TagRefused) return refusal(error.message, form, field)
    throw error
  }
}
