import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Viewer } from '../../people/viewer'
import { saveSection } from '../../site/site-commands'
import { getSections } from '../../site/site-queries'
import { CommandFailed } from '../command'

const sectionsSchema = z.array(
  z.object({
    slug: z.string(),
    name: z.string(),
    description: z.string().default(''),
    kind: z.enum(['news', 'opinion']).default('news'),
  }),
)

/**
 * The files to import: a folder that an export wrote stands for every article in it, and the sections that it has and the
 * newsroom lacks are made first.
 *
 * @throws {CommandFailed} when its list of sections cannot be read
 */
export async function withExports(viewer: Viewer, paths: string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    const isExport = existsSync(join(path, 'export.json'))
    if (isExport) await addSections(viewer, join(path, 'sections.json'))
    files.push(...(isExport ? articlesIn(join(path, 'articles')) : [path]))
  }
  return files
}

async function addSections(viewer: Viewer, file: string): Promise<void> {
  const known = new Set((await getSections()).map(({ slug }) => slug))
  for (const section of readSections(file)) if (!known.has(section.slug)) await saveSection(viewer, section)
}

function readSections(file: string): z.infer<typeof sectionsSchema> {
  try {
    return sectionsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new CommandFailed(
      `${file} is no list of sections (${(error as Error).message.split('\n')[0]}): export once more.`,
    )
  }
}

function articlesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name))
}
