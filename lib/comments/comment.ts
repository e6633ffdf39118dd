/** A comment as everyone may read it. */
export type PublicComment = {
  id: number
  parentId: number | null
  signature: string
  /** Its author writes for this newsroom. */
  isStaff: boolean
  body: string
  likes: number
  pickedAt: Date | null
  createdAt: Date
  editedAt: Date | null
  /** What stands in its place when it is gone and has replies. */
  tombstone: 'deleted' | 'removed' | null
}

export type CommentThread = { comment: PublicComment; replies: (PublicComment & { inReplyTo: string | null })[] }
