import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type ImportFile, type ImportReport, importFiles } from '../../importing/import-command'
import type { PictureReference } from '../../importing/parsed-article'
import { storeMedia } from '../../media/media-commands'
import { MediaStore } from '../../media/media-store'
import { unsafeOperator } from '../../people/viewer'
import { saveSection } from '../../site/site-commands'
import { getSections } from '../../site/site-queries'
import { type Command, type CommandContext, CommandFailed } from '../command'
import { withExports } from '../export/export-folder'

export const importCommand: Command = {
  usage: 'FILE… [--section SLUG]',
  summary: 'Takes articles in from files.',
  help: [
    'Takes articles in from plain-text article files (.txt) and Markdown with front matter (.md).',
    'A file that was taken in before changes nothing. What cannot be read is reported with its line; the rest goes in.',
    'Pictures that a Markdown file names are read from beside it.',
    'A folder that “portal export” wrote stands for its sections and every article in it.',
    '  --section SLUG   for files that name no section; otherwise the first section is taken',
  ].join('\n'),
  options: { section: { type: 'string' } },
  words: [1, Number.POSITIVE_INFINITY],
  needsDatabase: true,
  makesDatabase: true,
  run,
}

async function run(context: CommandContext): Promise<ImportReport[]> {
  const store = new MediaStore(join(context.environment.dataDir, 'media'))
  const viewer = unsafeOperator()
  const section = context.options.section as string | undefined
  const reports: ImportReport[] = []
  const paths = await withExports(viewer, context.positionals)
  // A newsroom of nothing but what is imported has one section to put it in.
  if ((await getSections()).length === 0)
    await saveSection(viewer, { slug: section ?? 'news', name: titleOf(section ?? 'news') })
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const taken = await readAndImport(paths.slice(at, at + AT_ONCE), store, viewer, section)
    reports.push(...taken)
    for (const report of taken) for (const line of inWords(report)) context.say(line)
  }
  context.say(summary(reports))
  const refused = reports.filter(({ outcome }) => outcome === 'refused').length
  if (refused > 0) throw new CommandFailed(`${refused} of ${reports.length} files could not be taken in.`, reports)
  return reports
}

/** So many files are held in memory. */
const AT_ONCE = 32

async function readAndImport(
  paths: string[],
  store: MediaStore,
  viewer: ReturnType<typeof unsafeOperator>,
  section?: string,
): Promise<ImportReport[]> {
  const files: ImportFile[] = []
  const unread = new Map<number, ImportReport>()
  for (const [at, path] of paths.entries()) {
    try {
      files.push({ name: path, bytes: await readFile(path), findPicture: pictureFinder(path, store, viewer) })
    } catch (error) {
      const reason = reasonOf(error as NodeJS.ErrnoException)
      unread.set(at, { file: path, problems: [], outcome: 'refused', line: null, reason })
    }
  }
  const taken = (await importFiles(viewer, files, { section })).values()
  return paths.map((_, at) => unread.get(at) ?? (taken.next().value as ImportReport))
}

/** Pictures lie beside the file that names them, or below; nothing else on the machine can be named. */
function pictureFinder(path: string, store: MediaStore, viewer: ReturnType<typeof unsafeOperator>) {
  const folder = resolve(dirname(path))
  return async ({ file, alt, caption, credit }: PictureReference) => {
    const picture = resolve(folder, file)
    if (!picture.startsWith(`${folder}/`)) return { refused: 'it does not lie beside the file' }
    try {
      return await storeMedia(viewer, store, {
        bytes: await readFile(picture),
        name: basename(picture),
        alt,
        caption,
        credit,
      })
    } catch (error) {
      return { refused: reasonOf(error as NodeJS.ErrnoException) }
    }
  }
}

function titleOf(slug: string): string {
  return slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ')
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'there is no such file'
  if (error.code === 'EISDIR') return 'it is a folder'
  if (error.code === 'EACCES') return 'it may not be read'
  return error.message
}

function inWords(report: ImportReport): string[] {
  const at = (line: number | null) => (line === null ? report.file : `${report.file}:${line}`)
  const problems = report.problems.map(({ line, reason }) => `  ${at(line)}: ${reason}`)
  switch (report.outcome) {
    case 'imported':
      return [
        `${report.file}: imported as ${report.address}${report.state === 'draft' ? ' (a draft)' : ''}`,
        ...problems,
      ]
    case 'unchanged':
      return [`${report.file}: already here as ${report.address}, unchanged`]
    case 'kept':
      return [
        `${report.file}: already here as ${report.address}; the file says something else now, and the newsroom’s text was kept`,
      ]
    case 'refused':
      return [`${at(report.line)}: ${report.reason}`]
  }
}

function summary(reports: ImportReport[]): string {
  const count = (outcome: ImportReport['outcome']) => reports.filter((report) => report.outcome === outcome).length
  return `${count('imported')} imported, ${count('unchanged') + count('kept')} already here, ${count('refused')} refused.`
}
