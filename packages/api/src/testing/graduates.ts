import { claimCredential } from '../credentials/commands/claim-credential'
import { classroomsOf } from './classroom'
import type { World } from './world'

/** People who have completed the standard course and hold its credential, for tests. */
export function graduatesOf(world: () => World) {
  const rooms = classroomsOf(world)
  return async (name = 'Zoë O’Brien') => {
    const room = await rooms.open()
    await rooms.finish(room)
    const input = { enrolmentId: room.enrolmentId, name }
    const { credentialId } = await claimCredential(world().deps, room.actor, input)
    const row = await world().db.credential.findUniqueOrThrow({
      where: { id: credentialId },
      include: { key: true },
    })
    const document: Record<string, unknown> = JSON.parse(row.document ?? '')
    return { ...room, credentialId, row, document }
  }
}
