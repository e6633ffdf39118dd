import type { Metadata } from 'next'
import { Facts } from '@/app/_components/newsroom/facts'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead, Part } from '@/app/_components/newsroom/page-head'
import { mayChangeRules, mayModerateSomewhere } from '@/lib/moderation/moderation-policy'
import { REHEARSED } from '@/lib/moderation/rehearsal-sql'
import type { Rules } from '@/lib/moderation/rules'
import { getRuleSet } from '@/lib/moderation/rules-commands'
import { markOf } from '@/lib/moderation/rules-input'
import { countLessons, getSpamProof, listTellingWords } from '@/lib/moderation/spam-lessons'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import type { Viewer } from '@/lib/people/viewer'
import { RulesForm } from './rules-form'

export const metadata: Metadata = { title: 'Rules of the conversation' }

type Props = { searchParams: Promise<{ done?: string }> }

/** What is held and what is rejected, tried on past comments before it is put in force. */
export default async function RulesPage({ searchParams }: Props) {
  const viewer = await requireRight(mayModerateSomewhere, paths.moderationRules())
  const [set, { done }] = await Promise.all([getRuleSet(viewer), searchParams])
  return (
    <>
      <PageHead
        title="Rules of the conversation"
        intro="Every comment is looked at by these, in their order. Staff are not held up. Rehearse a change before you save it."
      />
      {done === 'saved' && <Notice tone="success">Saved. The rules hold for every comment from now on.</Notice>}
      <RulesForm
        start={fieldsOf(set)}
        isHoldingEverything={set.rules.holdEverything}
        base={markOf(set)}
        spans={[...REHEARSED]}
        mayChange={mayChangeRules(viewer)}
      />
      <SpamPart viewer={viewer} rules={set.rules} />
    </>
  )
}

function fieldsOf({ rules, banned, suspect }: Awaited<ReturnType<typeof getRuleSet>>): Record<string, string> {
  const { rejectedShare, spamThreshold, maximumLinks, holdEverything: _, ...plain } = rules
  const percent = (share: number | null) => (share === null ? '' : String(Math.round(share * 1000) / 10))
  return {
    ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, String(value)])),
    ...{ rejectedShare: percent(rejectedShare), spamThreshold: percent(spamThreshold) },
    ...{ maximumLinks: maximumLinks === null ? '' : String(maximumLinks) },
    ...{ banned: banned.join('\n'), suspect: suspect.join('\n') },
  }
}

/** What the score learned from this newsroom's decisions, and how far it can be trusted. */
async function SpamPart({ viewer, rules }: { viewer: Viewer; rules: Rules }) {
  const { spamThreshold, spamMinimum } = rules
  const [lessons, proof, words] = await Promise.all([
    countLessons(viewer),
    getSpamProof(viewer, spamThreshold ?? 0.9, spamMinimum),
    listTellingWords(viewer),
  ])
  const learned = `${lessons.spam.toLocaleString('en-GB')} marked as spam, ${lessons.kept.toLocaleString('en-GB')} kept`
  return (
    <Part
      title="What the spam score learned"
      intro="It learns from decisions in this newsroom alone, and holds nothing until there are enough of both kinds."
    >
      <Facts
        facts={[
          ['Decisions', learned],
          ['State', stateOf(spamThreshold, proof !== null, spamMinimum)],
          ...(proof
            ? ([
                [
                  'Precision',
                  `${shareOf(proof.precision)}: ${proof.heldRightly.toLocaleString('en-GB')} of the ${proof.held.toLocaleString('en-GB')} that it would have held were spam`,
                ],
                ['Found', `${shareOf(proof.recall)} of the spam`],
              ] as [string, string][])
            : []),
          ['Words that weigh most', words.length > 0 ? words.join(', ') : 'None yet'],
        ]}
      />
    </Part>
  )
}

function stateOf(threshold: number | null, isProven: boolean, minimum: number): string {
  if (threshold === null) return 'Switched off'
  if (!isProven) return `Off until there are ${minimum.toLocaleString('en-GB')} decisions of each kind`
  return `On: holds what is spam with more than ${Math.round(threshold * 1000) / 10} % probability`
}

function shareOf(share: number | null): string {
  return share === null ? 'None to tell by' : `${Math.round(share * 1000) / 10} %`
}
