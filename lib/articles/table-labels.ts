import type { ArticleBody, Block } from './article-body'

type TableBlock = Extract<Block, { type: 'table' }>

/**
 * What each table of a body is called for those who go from part to part by name: its caption, else that it is a table;
 * those that would be called the same are numbered.
 */
export function tableLabels(body: ArticleBody): ReadonlyMap<Block, string> {
  const tables = tablesIn(body.content)
  const names = tables.map((table) => table.attrs?.caption || 'Table')
  const labels = new Map<Block, string>()
  for (const [index, table] of tables.entries()) {
    const name = names[index] as string
    const alike = names.filter((other) => other === name).length
    const number = names.slice(0, index + 1).filter((other) => other === name).length
    labels.set(table, alike > 1 ? `${name} ${number}` : name)
  }
  return labels
}

function tablesIn(blocks: Block[]): TableBlock[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'table':
        return [block]
      case 'blockquote':
        return tablesIn(block.content)
      case 'bulletList':
      case 'orderedList':
        return block.content.flatMap((item) => tablesIn(item.content))
      default:
        return []
    }
  })
}
