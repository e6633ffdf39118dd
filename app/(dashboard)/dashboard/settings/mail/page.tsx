import type { Metadata } from 'next'
import { Facts } from '@/app/_components/newsroom/facts'
import { Part } from '@/app/_components/newsroom/page-head'
import { readEnvironment } from '@/lib/env'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { mayChangeSettings } from '@/lib/site/site-policy'
import { SettingsFrame } from '../settings-frame'
import { MailForm } from './mail-form'

export const metadata: Metadata = { title: 'Mail' }

/** How mail goes out, and whether it does. */
export default async function MailSettingsPage() {
  await requireRight(mayChangeSettings, paths.settings('mail'))
  const { smtpUrl, mailFrom } = readEnvironment()
  return (
    <SettingsFrame topic="mail" isSaved={false}>
      <Facts
        facts={[
          ['Mail server', smtpUrl ? new URL(smtpUrl).host : 'None: mails are written to DATA_DIR/outbox'],
          ['Sender', mailFrom ?? 'no-reply at this site'],
        ]}
      />
      <p className="desk-hint">Both are set where the server is started: SMTP_URL and MAIL_FROM.</p>
      <Part title="Try it">
        <MailForm />
      </Part>
    </SettingsFrame>
  )
}
