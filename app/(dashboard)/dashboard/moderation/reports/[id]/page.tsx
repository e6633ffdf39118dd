import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Badge } from '@/app/_components/newsroom/badge'
import { Facts } from '@/app/_components/newsroom/facts'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead, Part } from '@/app/_components/newsroom/page-head'
import { readId } from '@/lib/comments/comment-input'
import { formatMoment, type Place } from '@/lib/dates'
import { mayModerateSomewhere } from '@/lib/moderation/moderation-policy'
import { OUTCOME_WORDS, SUGGESTED_ANSWERS } from '@/lib/moderation/report-answer'
import { getIllegalReport, type IllegalReport } from '@/lib/moderation/report-queries'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { getSite } from '@/lib/site/site-queries'
import { AnswerForm } from './answer-form'

export const metadata: Metadata = { title: 'Report of illegal content' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

/** One report of illegal content: what was said, what is said against it, and the decision with its answer. */
export default async function IllegalReportPage({ params, searchParams }: Props) {
  const id = readId((await params).id) ?? notFound()
  const viewer = await requireRight(mayModerateSomewhere, paths.illegalReport(id))
  const [report, site, { done }] = await Promise.all([getIllegalReport(viewer, id), getSite(), searchParams])
  if (!report) notFound()
  return (
    <>
      <PageHead
        title={`Report ${report.id}`}
        back={{ label: 'Illegal content', address: paths.illegalReports() }}
        status={report.decidedAt ? <Badge>Answered</Badge> : <Badge tone="warning">Waiting for an answer</Badge>}
      />
      {done === 'answered' && <Notice tone="success">Decided. Whoever reported it has your answer.</Notice>}
      <Part title="The report">
        <p className="record-body" dir="auto">
          {report.details}
        </p>
        <ReportFacts report={report} place={site} />
      </Part>
      <Part title="The comment">
        <blockquote className="record-body record-cause" dir="auto">
          {report.reportedText}
        </blockquote>
        {report.reportedText !== report.comment.body && !report.comment.isDeleted && (
          <>
            <p className="desk-meta">It was edited since. Now it says:</p>
            <blockquote className="record-body record-cause" dir="auto">
              {report.comment.body}
            </blockquote>
          </>
        )}
      </Part>
      {report.decidedAt ? <Answered report={report} place={site} /> : <Answers report={report} />}
    </>
  )
}

const STATES = { approved: 'Published', pending: 'Pending', rejected: 'Rejected', spam: 'Spam' } as const

function ReportFacts({ report, place }: { report: IllegalReport; place: Place }) {
  const { comment, article, reporter } = report
  const person = ({ id, name }: { id: number | null; name: string }) =>
    id === null ? name : <a href={paths.moderatedPerson(id)}>{name}</a>
  return (
    <Facts
      facts={[
        ['Reported', formatMoment(report.createdAt, place)],
        ['By', reporter ? person(reporter) : 'Somebody whose account is gone'],
        ['Written by', person({ id: comment.personId, name: comment.signature })],
        ['Written', formatMoment(comment.createdAt, place)],
        ['Under', <a href={paths.comment(article, comment.id)} key="under">{`${article.headline}`}</a>],
        ['State', comment.isDeleted ? 'Deleted by its author' : STATES[comment.state]],
      ]}
    />
  )
}

function Answers({ report: { id, comment } }: { report: IllegalReport }) {
  return (
    <>
      <Part
        title="It is illegal"
        intro="The comment is taken down, and its author is told that it may be against the law."
      >
        <AnswerForm
          id={id}
          revision={comment.revision}
          outcome="upheld"
          suggestion={SUGGESTED_ANSWERS.upheld}
          label="Take down and answer"
        />
      </Part>
      <Part title="It is not illegal" intro="The comment stays as it is.">
        <AnswerForm
          id={id}
          revision={comment.revision}
          outcome="dismissed"
          suggestion={SUGGESTED_ANSWERS.dismissed}
          label="Leave up and answer"
        />
      </Part>
    </>
  )
}

function Answered({ report, place }: { report: IllegalReport; place: Place }) {
  const { outcome, answer, decidedAt, decidedBy } = report
  return (
    <Part title="The answer">
      {outcome && <p>{OUTCOME_WORDS[outcome]}</p>}
      <p className="record-body" dir="auto">
        {answer}
      </p>
      <p className="desk-meta">
        {decidedBy ?? 'Somebody'}
        {decidedAt && `, ${formatMoment(decidedAt, place)}`}
      </p>
    </Part>
  )
}
