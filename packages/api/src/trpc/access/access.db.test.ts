import { TRPCError } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../shared/actor'
import { permissions } from '../../shared/permissions'
import { type StaffRole, staffRoles } from '../../shared/staff-roles'
import { memberOf, visitor } from '../../testing/actors'
import { makeProvider, makeUser } from '../../testing/factories'
import { createWorld, type World } from '../../testing/world'
import { appRouter, createCaller } from '../root'
import { accessTable } from './table'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const kinds = ['visitor', 'learner', 'another learner', 'provider member', ...staffRoles] as const
type Kind = (typeof kinds)[number]

const isStaffRole = (kind: Kind): kind is StaffRole => staffRoles.some((role) => role === kind)

async function actorOf(kind: Kind): Promise<Actor> {
  if (kind === 'visitor') return visitor
  const user = await makeUser(world.db)
  if (kind === 'provider member') {
    return memberOf(user, { providerIds: [(await makeProvider(world.db)).id] })
  }
  return memberOf(user, { roles: isStaffRole(kind) ? [kind] : [] })
}

function isLetIn(kind: Kind, rule: (typeof accessTable)[string]): boolean {
  if (rule === 'anybody') return true
  if (rule === 'member') return kind !== 'visitor'
  const roles: readonly StaffRole[] = permissions[rule]
  return isStaffRole(kind) && roles.includes(kind)
}

type Procedure = (input: unknown) => Promise<unknown>

/** The procedure at a path such as "catalog.imports.list", as the actor would call it. */
function procedureAt(actor: Actor, path: string): Procedure {
  const caller: unknown = createCaller({ actor, deps: world.deps })
  const found = path
    .split('.')
    .reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], caller)
  return found as Procedure
}

/**
 * Whether somebody gets past the door. No input is given: whoever is let in is told that it is bad,
 * or gets an answer; whoever is not is refused before the input is looked at.
 */
async function isRefused(actor: Actor, path: string): Promise<boolean> {
  try {
    await procedureAt(actor, path)(undefined)
    return false
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    return error.code === 'UNAUTHORIZED' || error.code === 'FORBIDDEN'
  }
}

const paths = Object.keys(appRouter._def.procedures)

it('knows every procedure, and no other', () => {
  expect(Object.keys(accessTable).sort()).toEqual([...paths].sort())
})

describe.each(kinds)('%s', (kind) => {
  it('is let in to exactly what the table says', async () => {
    const actor = await actorOf(kind)
    const found: Record<string, boolean> = {}
    for (const path of paths) found[path] = !(await isRefused(actor, path))
    const expected = Object.fromEntries(
      paths.map((path) => [path, isLetIn(kind, accessTable[path] ?? 'anybody')]),
    )
    expect(found).toEqual(expected)
  })
})
