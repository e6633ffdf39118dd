import type { ReactNode } from 'react'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { Tabs } from '@/app/_components/newsroom/tabs'
import { paths } from '@/lib/paths'

const TOPICS: [name: string, topic: string][] = [
  ['Paper', ''],
  ['Look', 'look'],
  ['Menu', 'menu'],
  ['Comments', 'comments'],
  ['Mail', 'mail'],
  ['Security', 'security'],
]

type SettingsFrameProps = { topic: string; isSaved: boolean; intro?: ReactNode; children: ReactNode }

/** A topic of the settings among the others. */
export function SettingsFrame({ topic, isSaved, intro, children }: SettingsFrameProps) {
  return (
    <>
      <PageHead title="Settings" intro={intro} />
      <Tabs
        label="Topics"
        tabs={TOPICS.map(([name, of]) => [name, paths.settings(of)])}
        current={paths.settings(topic)}
      />
      {isSaved && <Notice tone="success">Saved. Every page shows it from now on.</Notice>}
      {children}
    </>
  )
}
