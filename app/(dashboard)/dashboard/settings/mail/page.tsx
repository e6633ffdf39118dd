import type { Metadata } from 'next'
import { Facts } from '@/app/_components/newsroom/facts'
import { Part } from '@/app/_components/newsroom/page-head'
import { readEnvironment } from '@/lib/env'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { mayChangeSettings } from '@/lib/site/site-policy'
import { getSite } from '@/lib/site/site-queries'
import { SettingsFrame } from '../settings-frame'
import { ContactForm } from './contact-form'
import { MailForm } from './mail-form'

export const metadata: Metadata = { title: 'Mail' }

type Props = { searchParams: Promise<{ saved?: string }> }

/** How mail goes out, where answers go, and whether it works. */
export default async function MailSettingsPage({ searchParams }: Props) {
  await requireRight(mayChangeSettings, paths.settings('mail'))
  const [{ saved }, { contact }] = await Promise.all([searchParams, getSite()])
  const { smtpUrl, mailFrom } = readEnvironment()
  return (
    <SettingsFrame topic="mail" isSaved={saved !== undefined}>
      <Facts
        facts={[
          ['Mail server', smtpUrl ? new URL(smtpUrl).host : 'None: mails are written to DATA_DIR/outbox'],
          ['Sender', mailFrom ?? 'no-reply at this site'],
        ]}
      />
      <p className="desk-hint">Both are set where the server is started: SMTP_URL and MAIL_FROM.</p>
      <Part title="Answers">
        <ContactForm contact={contact} />
      </Part>
      <Part title="Try it">
        <MailForm />
      </Part>
    </SettingsFrame>
  )
}
