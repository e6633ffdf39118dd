import type { CommentFacts } from './comment-facts'
import { findLinks } from './links'
import { heaviestWords } from './spam-score'
import { type Token, tokensOf } from './tokens'
import {
  ALLOW,
  type Answer,
  type Finding,
  hold,
  isDoor,
  OUTCOMES,
  type Range,
  reject,
  type StepName,
  type Verdict,
} from './verdict'
import { findWords, readyList } from './word-list'

type Step = { name: StepName; ask: (facts: CommentFacts) => Answer }

/** The policy: every comment is looked at by these, in this order. */
export const STEPS: readonly Step[] = [
  { name: 'length', ask: length },
  { name: 'thread open', ask: threadOpen },
  { name: 'suspended', ask: suspended },
  { name: 'rate', ask: rate },
  { name: 'repeat', ask: repeat },
  { name: 'banned words', ask: bannedWords },
  { name: 'suspect words', ask: suspectWords },
  { name: 'links', ask: links },
  { name: 'first comments', ask: firstComments },
  { name: 'recent record', ask: recentRecord },
  { name: 'spam score', ask: spamScore },
  { name: 'pre-moderation', ask: preModeration },
]

/**
 * Judges a comment by everything that is known of it. Nothing is looked up here, and the same facts give the same verdict.
 * A comment that is not taken at all is not looked at further; one that is, is looked at by every step, so that the
 * moderator sees all that speaks against it.
 */
export function judge(facts: CommentFacts): Verdict {
  const findings: Finding[] = []
  for (const { name, ask } of STEPS) {
    const answer = ask(facts)
    if (answer.outcome === 'allow') continue
    findings.push({ step: name, ...answer })
    if (answer.outcome === 'reject' && isDoor(name)) break
  }
  const strongest = Math.max(0, ...findings.map(({ outcome }) => OUTCOMES.indexOf(outcome)))
  return { outcome: OUTCOMES[strongest] ?? 'allow', findings }
}

function length({ body, rules: { maximumLength } }: CommentFacts): Answer {
  if (!/[^\s\p{C}]/u.test(body)) return reject('Write something first.')
  const excess = [...body.trim()].length - maximumLength
  if (excess <= 0) return ALLOW
  const characters = excess === 1 ? '1 character' : `${count(excess)} characters`
  return reject(`A comment has up to ${count(maximumLength)} characters: shorten it by ${characters}.`)
}

function threadOpen({ areCommentsOn, article, parent, now }: CommentFacts): Answer {
  if (!areCommentsOn) return reject('Comments are switched off at the moment.')
  if (!article.isPublic || article.mode === 'closed') return reject('Comments on this article are closed.')
  if (article.closeAt !== null && article.closeAt <= now) return reject('Comments on this article are closed.')
  if (parent && !parent.isOpen) return reject('You can’t reply: this conversation was closed by a moderator.')
  return ALLOW
}

function suspended({ person, now }: CommentFacts): Answer {
  if (person.bannedAt !== null) return reject('You can’t comment any more: your account is banned.')
  if (!person.isVerified) return reject('Confirm your e-mail address before you comment.')
  if (person.isLeaving) return reject('Your account is about to be deleted. Keep it, then comment.')
  const until = person.suspendedUntil
  if (until !== null && until > now) return reject(`You can’t comment until ${day(until)}.`)
  if (person.shadowHeldAt !== null) return hold('A moderator has this person’s comments held.')
  return ALLOW
}

function rate({ person, postedAt, now, rules, isEdit }: CommentFacts): Answer {
  if (isEdit || person.isStaff) return ALLOW
  for (const { most, span, name } of [
    { most: rules.perMinute, span: 60_000, name: 'a minute' },
    { most: rules.perHour, span: 3_600_000, name: 'an hour' },
  ]) {
    const since = now.getTime() - span
    const inSpan = postedAt.filter((at) => at.getTime() > since)
    const oldest = inSpan[most - 1]
    if (most === 0 || !oldest) continue
    const wait = Math.max(1, Math.ceil((oldest.getTime() - since) / 1000))
    const words = `You have posted ${count(inSpan.length)} comments within ${name}. Wait ${seconds(wait)}, then post this one.`
    return { ...reject(words), wait }
  }
  return ALLOW
}

function repeat({ isRepeated, person }: CommentFacts): Answer {
  return isRepeated && !person.isStaff ? reject('You have posted this already.') : ALLOW
}

function bannedWords(facts: CommentFacts): Answer {
  const found = facts.person.isStaff ? [] : findWords(facts.words.banned, facts.body, readOnce(facts))
  return wordsAnswer(facts.rules.bannedWords, found, 'a word that is banned here')
}

function suspectWords(facts: CommentFacts): Answer {
  const found = facts.person.isStaff ? [] : findWords(facts.words.suspect, facts.body, readOnce(facts))
  return wordsAnswer(facts.rules.suspectWords, found, 'a word that is looked at first')
}

/** What a text is read as, for both lists. */
function readOnce(facts: CommentFacts): Token[] {
  facts.tokens ??= tokensOf(facts.body)
  return facts.tokens
}

function wordsAnswer(outcome: 'off' | 'hold' | 'reject', matches: Range[], what: string): Answer {
  if (outcome === 'off' || matches.length === 0) return ALLOW
  const reason = `It has ${what}.`
  return outcome === 'reject' ? reject(reason, matches) : hold(reason, matches)
}

function links({ body, person, rules: { maximumLinks } }: CommentFacts): Answer {
  if (maximumLinks === null || person.isStaff) return ALLOW
  const found = findLinks(body)
  if (found.length <= maximumLinks) return ALLOW
  return hold(found.length === 1 ? 'It has a link.' : `It has ${count(found.length)} links.`, found)
}

function firstComments({ person, record: { approved }, rules }: CommentFacts): Answer {
  if (person.isStaff || approved >= rules.firstComments) return ALLOW
  return hold(approved === 0 ? 'It is this person’s first comment.' : `It is one of this person’s first comments.`)
}

function recentRecord({ person, record: { recent, recentlyRejected }, rules }: CommentFacts): Answer {
  if (rules.rejectedShare === null || person.isStaff || recent < rules.recordMinimum) return ALLOW
  if (recentlyRejected / recent <= rules.rejectedShare) return ALLOW
  return hold(`${count(recentlyRejected)} of this person’s last ${count(recent)} comments were rejected.`)
}

function spamScore({ body, person, spam, rules: { spamThreshold } }: CommentFacts): Answer {
  if (spamThreshold === null || spam === null || person.isStaff || spam.probability <= spamThreshold) return ALLOW
  const words = heaviestWords(spam)
  const percent = Math.floor(spam.probability * 100)
  return hold(
    `It is like what was marked as spam here (${percent} %): ${words.join(', ')}.`,
    findWords(readyList(words), body),
  )
}

function preModeration({ article, person, rules }: CommentFacts): Answer {
  if (person.isStaff) return ALLOW
  if (rules.holdEverything) return hold('Every comment is read before it is published.')
  return article.mode === 'premoderated' ? hold('Comments on this article are read before they are published.') : ALLOW
}

function count(number: number): string {
  return number.toLocaleString('en-GB')
}

function seconds(whole: number): string {
  return whole === 1 ? '1 second' : `${count(whole)} seconds`
}

function day(moment: Date): string {
  return moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
}
