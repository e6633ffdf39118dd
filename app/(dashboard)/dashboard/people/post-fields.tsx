import { Choices } from '@/app/_components/newsroom/choice-fields'
import { SelectField } from '@/app/_components/newsroom/form-field'
import { roleName } from '@/app/_components/newsroom/role-name'
import type { Role } from '@/lib/people/viewer'

const ROLES: Role[] = ['reader', 'commenter', 'author', 'editor', 'moderator', 'admin']

type PostFieldsProps = {
  role: string
  sectionIds: readonly string[]
  sections: { id: number; name: string }[]
  errors: Record<string, string>
}

/** A role, and the sections that it is limited to. */
export function PostFields({ role, sectionIds, sections, errors }: PostFieldsProps) {
  return (
    <>
      <SelectField
        name="role"
        label="Role"
        key={role}
        hint="Authors write their own drafts. Editors publish. Moderators keep the conversation. Admins do everything."
        defaultValue={role}
        error={errors.role}
        options={ROLES.map((value) => ({ value, label: roleName(value) }))}
      />
      <Choices
        name="sectionIds"
        type="checkbox"
        legend="Sections"
        hint="For an editor or a moderator. With none ticked, all sections are theirs."
        options={sections.map(({ id, name }) => ({ value: String(id), label: name }))}
        chosen={sectionIds}
      />
    </>
  )
}
