import { paths } from '../../paths'
import { addPerson, changeRole, inviteToChoosePassword } from '../../people/person-commands'
import { isRole } from '../../people/person-input'
import { type Role, unsafeOperator } from '../../people/viewer'
import { type Command, type CommandContext, UsageError } from '../command'

export const userCommand: Command = {
  usage: 'add|role|reset EMAIL [ROLE] [--name NAME] [--role ROLE]',
  summary: 'Adds a person, changes a role, makes a link to choose a password.',
  help: [
    'Adds a person, changes a role, or makes a link to choose a new password.',
    '  user add EMAIL --name NAME [--role ROLE]   prints a link, good once and for seven days',
    '  user role EMAIL ROLE                       reader, commenter, author, editor, moderator or admin',
    '  user reset EMAIL                           prints a link, good once and for a day',
  ].join('\n'),
  options: { name: { type: 'string' }, role: { type: 'string' } },
  words: [2, 3],
  needsDatabase: true,
  makesDatabase: true,
  run,
}

const ACTIONS: Record<string, (email: string, context: CommandContext) => Promise<unknown>> = {
  async add(email, context) {
    const { name } = context.options
    if (typeof name !== 'string' || name.trim() === '') throw new UsageError('user add needs --name.')
    const role = roleFrom(context.options.role ?? 'reader')
    const { secret } = await addPerson(unsafeOperator(), { email, name: name.trim(), role })
    return invite(secret, context)
  },
  async role(email, context) {
    const role = roleFrom(context.positionals[2])
    await changeRole(unsafeOperator(), email, role)
    context.say(`${email} is now ${role}.`)
    return { email, role }
  },
  async reset(email, context) {
    return invite(await inviteToChoosePassword(unsafeOperator(), email), context)
  },
}

async function run(context: CommandContext): Promise<unknown> {
  const [name = '', email = ''] = context.positionals
  const action = ACTIONS[name]
  if (!action) throw new UsageError(`there is no “user ${name}”; it is add, role or reset.`)
  return action(email, context)
}

function invite(secret: string, { environment, say }: CommandContext) {
  const link = `${environment.siteUrl}${paths.choosePassword(secret)}`
  say(link)
  return { link }
}

function roleFrom(text: unknown): Role {
  if (typeof text === 'string' && isRole(text)) return text
  throw new UsageError(`“${text ?? ''}” is no role; it is reader, commenter, author, editor, moderator or admin.`)
}
