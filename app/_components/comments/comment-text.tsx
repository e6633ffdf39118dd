import type { ReactNode } from 'react'
import { type CommentNode, readCommentText } from '@/lib/comments/comment-text'

/** What a comment says, drawn from its tree: nothing in it becomes markup of its own. */
export function CommentText({ body }: { body: string }) {
  return <>{draw(readCommentText(body))}</>
}

function draw(nodes: CommentNode[]): ReactNode[] {
  return nodes.map((node, index) => {
    const key = String(index)
    switch (node.type) {
      case 'text':
        return node.text
      case 'break':
        return <br key={key} />
      case 'paragraph':
        return (
          <p key={key} dir="auto">
            {draw(node.children)}
          </p>
        )
      case 'emphasis':
        return <em key={key}>{draw(node.children)}</em>
      case 'strong':
        return <strong key={key}>{draw(node.children)}</strong>
      case 'quote':
        return <blockquote key={key}>{draw(node.children)}</blockquote>
      case 'list':
        return <ul key={key}>{draw(node.children)}</ul>
      case 'numbered':
        return (
          <ol key={key} start={node.start === 1 ? undefined : node.start}>
            {draw(node.children)}
          </ol>
        )
      case 'item':
        return <li key={key}>{draw(tight(node.children))}</li>
      case 'link':
        return (
          <a key={key} href={node.address} rel="ugc nofollow">
            {draw(node.children)}
          </a>
        )
    }
    return null
  })
}

/** An item that is one paragraph is no block of its own. */
function tight(nodes: CommentNode[]): CommentNode[] {
  const [first, ...more] = nodes
  return first?.type === 'paragraph' ? [...first.children, ...more] : nodes
}
