import type { Neighbours } from '@/lib/articles/archive-queries'
import type { ArticleCard } from '@/lib/articles/article'
import type { ListPage } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'
import { ArchiveNeighbours } from './archive-neighbours'
import { ArticleList } from './article-list'
import { Pagination } from './pagination'

type ArchiveDayProps = { name: string; list: ListPage<ArticleCard>; neighbours: Neighbours; site: Site }

/** What was published on one day. */
export function ArchiveDay({ name, list, neighbours, site }: ArchiveDayProps) {
  return (
    <>
      <ArticleList cards={list.cards} by="clock" site={site} />
      <Pagination page={list.page} pages={list.pages} address={(page) => paths.archive(name, page)} />
      <ArchiveNeighbours name={name} neighbours={neighbours} site={site} />
    </>
  )
}
