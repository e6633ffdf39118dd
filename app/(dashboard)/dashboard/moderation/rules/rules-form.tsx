'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { Check } from '@/app/_components/newsroom/choice-fields'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { SelectField, TextArea, TextField } from '@/app/_components/newsroom/form-field'
import { Part } from '@/app/_components/newsroom/page-head'
import { NEW_FORM } from '@/lib/form-state'
import { rulesAction } from '@/lib/moderation/rules-actions'
import { RehearsalView } from './rehearsal-view'

type Props = {
  start: Record<string, string>
  isHoldingEverything: boolean
  base: string
  /** How many past comments can be looked back on. */
  spans: number[]
  mayChange: boolean
}

type Field = { name: string; label: string; hint?: string; isOptional?: boolean }

const LIMITS: Field[] = [
  { name: 'maximumLength', label: 'Longest comment, in characters' },
  { name: 'perMinute', label: 'Comments of a person in a minute', hint: '0 for no limit.' },
  { name: 'perHour', label: 'Comments of a person in an hour', hint: '0 for no limit.' },
  { name: 'repeatHours', label: 'Hours in which the same text is refused', hint: '0 for never.' },
]
const HOLDS: Field[] = [
  {
    name: 'maximumLinks',
    label: 'Links that a comment may have',
    hint: 'More are held. Empty for no rule.',
    isOptional: true,
  },
  { name: 'firstComments', label: 'First comments of a person that are held', hint: '0 for none.' },
  {
    ...{ name: 'rejectedShare', label: 'Share of rejected comments, per cent', isOptional: true },
    hint: 'Whoever has a larger one lately is held. Empty for no rule.',
  },
  { name: 'recordDays', label: 'Lately means so many days' },
  { name: 'recordMinimum', label: 'And so many comments at least' },
  {
    ...{ name: 'spamThreshold', label: 'Spam probability above which it is held, per cent', isOptional: true },
    hint: 'Empty for off.',
  },
  { name: 'spamMinimum', label: 'Decisions of each kind before the spam score says anything' },
]
const OUTCOMES = [
  { value: 'off', label: 'Nothing' },
  { value: 'hold', label: 'Hold' },
  { value: 'reject', label: 'Reject' },
]

/** The rules and both lists: rehearsed as they are typed, put in force when they are saved. It works without a script. */
export function RulesForm({ start, isHoldingEverything, base, spans, mayChange }: Props) {
  const [{ errors, values, rehearsal }, act, isPending] = useActionState(rulesAction, { ...NEW_FORM, rehearsal: null })
  const isAgain = Object.keys(values).length > 0
  const typed = { ...start, ...values }
  const field = ({ name, label, hint, isOptional }: Field) => (
    <TextField
      key={name}
      {...{ name, label, hint, isOptional }}
      inputMode="decimal"
      defaultValue={typed[name]}
      error={errors[name]}
    />
  )
  const words = (list: 'banned' | 'suspect', label: string) => (
    <div className="desk-form">
      <TextArea
        name={list}
        label={label}
        hint="One a line: a word, a beginning with * after it, or a phrase. Case, accents, spaces and look-alike letters do not matter; a word inside a longer one is not it."
        defaultValue={typed[list]}
        error={errors[list]}
        rows={8}
        spellCheck={false}
        isOptional
      />
      <SelectField
        name={`${list}Words`}
        label="What such a word does"
        options={OUTCOMES}
        defaultValue={typed[`${list}Words`]}
      />
    </div>
  )
  return (
    <form action={act} key={JSON.stringify(values)} noValidate>
      <ErrorSummary errors={errors} />
      {rehearsal && <RehearsalView rehearsal={rehearsal} />}
      <input type="hidden" name="base" value={values.base ?? base} />
      <Part title="Words">
        <div className="desk-columns">
          {words('banned', 'Banned words')}
          {words('suspect', 'Suspect words')}
        </div>
      </Part>
      <Part title="Limits" intro="What is beyond them is not taken, and its author is told at once.">
        <div className="desk-columns">{LIMITS.map(field)}</div>
      </Part>
      <Part title="Held for a moderator">
        <div className="desk-columns">{HOLDS.map(field)}</div>
        <Check
          name="holdEverything"
          label="Hold every comment"
          hint="On every article, until a moderator has read it."
          defaultChecked={isAgain ? values.holdEverything === 'on' : isHoldingEverything}
        />
      </Part>
      <div className="desk-filters">
        <SelectField
          name="most"
          label="Look back on the last"
          options={spans.map((span) => ({ value: String(span), label: `${span.toLocaleString('en-GB')} comments` }))}
          defaultValue={values.most ?? String(spans[0])}
        />
        <Button name="intent" value="rehearse" disabled={isPending}>
          Rehearse
        </Button>
        {mayChange && (
          <Button look="primary" name="intent" value="save" disabled={isPending}>
            Save
          </Button>
        )}
      </div>
    </form>
  )
}
