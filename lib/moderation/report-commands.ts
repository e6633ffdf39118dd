import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { commentReports } from '@/db/schema/comments'
import { people } from '@/db/schema/people'
import { audit } from '../audit/audit-commands'
import { requireModerated } from '../comments/moderator-commands'
import { sendMail } from '../mail/mail-commands'
import { paths } from '../paths'
import type { Viewer } from '../people/viewer'
import { readSite } from '../site/site-record'
import { write } from '../write'
import { decideWithin } from './decision-commands'
import { countOpenReports } from './decision-effects'
import { noteAnswered, standingDecisionOn } from './decision-record'
import { DecisionRefused } from './decision-refused'
import { OUTCOME_WORDS, type ReportAnswer } from './report-answer'

/**
 * Decides on a report of illegal content, and answers whoever reported it in the moderator's own words: what was decided,
 * why, and that a person did (Regulation (EU) 2022/2065, articles 16 and 17). A comment that is found illegal is rejected by the same
 * decision as in the queue, with all that follows from one; when that is undone, the report is open again.
 *
 * @throws {Refused} when the viewer does not moderate where the comment stands
 * @throws {DecisionRefused} when the report is decided already, or the comment was edited since
 */
export async function answerReport(viewer: Viewer, reportId: number, order: ReportAnswer): Promise<void> {
  const { outcome, revision, answer } = order
  await write(async (tx) => {
    const [report] = await tx.select().from(commentReports).where(eq(commentReports.id, reportId))
    if (!report?.isIllegal) throw new DecisionRefused('There is no such report any more.')
    const comment = await requireModerated(tx, viewer, report.commentId, 'decide on reports')
    if (report.decidedAt) throw new DecisionRefused('This report is decided already. Its answer is on the page.')
    await tx
      .update(commentReports)
      .set({ decidedAt: new Date(), decidedBy: viewer.personId, outcome, answer })
      .where(eq(commentReports.id, reportId))
    if (outcome === 'upheld') {
      const isUp = !comment.deletedAt && comment.state !== 'rejected' && comment.state !== 'spam'
      const order = { commentId: comment.id, revision, decision: 'reject', reason: 'illegal' } as const
      const decision = isUp ? await decideWithin(tx, viewer, order) : null
      await noteAnswered(tx, decision ?? (await standingDecisionOn(tx, comment.id))?.id, reportId)
    }
    await countOpenReports(tx, comment.id)
    await audit(tx, viewer, {
      action: outcome === 'upheld' ? 'report.uphold' : 'report.dismiss',
      subject: `comment:${comment.id}`,
      detail: { report: reportId, revision: report.revision, told: answer },
    })
    if (report.personId !== null) await tellReporter(tx, report.personId, order)
  })
}

/** By mail, however they chose to be mailed: an answer is owed to them. */
async function tellReporter(tx: Transaction, personId: number, { outcome, answer }: ReportAnswer): Promise<void> {
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId))
  if (!person) return
  const { contact } = await readSite(tx)
  await sendMail(tx, {
    to: person.email,
    template: {
      subject: 'Your report of illegal content',
      paragraphs: [OUTCOME_WORDS[outcome], answer, 'A person decided on it, and no program.'],
      action: { label: 'Your reports', address: paths.ownReports() },
      footer: `If you think this is wrong, you can ${contact ? `write to ${contact}, or ` : ''}turn to a court.`,
    },
  })
}
