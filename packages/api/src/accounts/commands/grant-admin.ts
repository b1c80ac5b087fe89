import { recordAudit } from '../../audit/commands'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'

/**
 * Makes an existing account an admin, on behalf of whoever runs the installation: how the first one
 * comes to be. Safe to repeat; written to the audit log when it changed something.
 */
export async function grantAdmin(
  { db }: Pick<Deps, 'db'>,
  { email }: { email: string },
): Promise<{ isNew: boolean }> {
  return await db.$transaction(async (tx) => {
    const person = await tx.user.findUnique({ where: { email }, select: { id: true } })
    if (!person) throw notFound('person')
    const { count } = await tx.roleAssignment.createMany({
      data: [{ userId: person.id, role: 'admin' }],
      skipDuplicates: true,
    })
    if (count === 1) {
      await recordAudit(
        tx,
        { type: 'system', name: 'npm run people:admin' },
        {
          action: 'person.set-roles',
          entityType: 'person',
          entityId: person.id,
          after: { added: 'admin' },
        },
      )
    }
    return { isNew: count === 1 }
  })
}
