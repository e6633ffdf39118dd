'use server'

import { redirect } from 'next/navigation'
import { type FormState, faultsOf, NEW_FORM, refusal, typedIn } from '../form-state'
import { paths } from '../paths'
import { requireRight } from '../people/require-right'
import { mayChangeRules, mayModerateSomewhere } from './moderation-policy'
import { type Rehearsal, rehearse, type Trial } from './rehearsal'
import { findPastComments, REHEARSED } from './rehearsal-sql'
import { getRuleSet, StaleRules, saveRuleSet } from './rules-commands'
import { type RuleSet, ruleFormSchema } from './rules-input'
import { readyList } from './word-list'

/** The form of the rules, and what a rehearsal of them found. */
export type RulesFormState = FormState & { rehearsal: Rehearsal | null }

/** Rehearses other rules on past comments, or puts them in force. Field `intent`, and those of rules-input.ts. */
export async function rulesAction(_: RulesFormState, form: FormData): Promise<RulesFormState> {
  const viewer = await requireRight(mayModerateSomewhere, paths.moderationRules())
  const parsed = ruleFormSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { ...faultsOf(parsed.error, form), rehearsal: null }
  const { base, ...wanted } = parsed.data
  if (form.get('intent') !== 'save') {
    const most = REHEARSED.find((number) => String(number) === form.get('most')) ?? REHEARSED[0]
    const past = await findPastComments(viewer, most)
    const rehearsal = await rehearse(past, trialOf(await getRuleSet(viewer)), trialOf(wanted))
    return { ...NEW_FORM, values: typedIn(form), rehearsal }
  }
  await requireRight(mayChangeRules, paths.moderationRules())
  try {
    await saveRuleSet(viewer, wanted, base)
  } catch (error) {
    if (error instanceof StaleRules) return { ...refusal(error.message, form), rehearsal: null }
    throw error
  }
  redirect(paths.moderationRules('?done=saved'))
}

function trialOf({ rules, banned, suspect }: RuleSet): Trial {
  return { rules, words: { banned: readyList(banned), suspect: readyList(suspect) } }
}
