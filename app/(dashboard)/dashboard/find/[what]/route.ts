import type { NextRequest } from 'next/server'
import { mayWrite } from '@/lib/articles/article-policy'
import { findOwnArticles } from '@/lib/articles/desk/find-articles-sql'
import { findAuthorNames, findPictures, findTagNames } from '@/lib/articles/editing/desk-lookups'
import { currentViewer } from '@/lib/people/current-viewer'

type Props = { params: Promise<{ what: string }> }

/** What the editor looks up while somebody types: own articles to link to, pictures to set, names of tags and authors. */
export async function GET(request: NextRequest, { params }: Props): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer || !mayWrite(viewer)) return new Response(null, { status: 404 })
  const words = (request.nextUrl.searchParams.get('q') ?? '').slice(0, 200)
  const { what } = await params
  if (what === 'articles') return Response.json(await findOwnArticles(viewer, words))
  if (what === 'pictures') return Response.json(await findPictures(viewer, words))
  if (what === 'tags') return Response.json(await findTagNames(viewer, words))
  if (what === 'authors') return Response.json(await findAuthorNames(viewer, words))
  return new Response(null, { status: 404 })
}
