import type { Member } from '../shared/actor'
import { DomainError } from '../shared/errors'
import { can, type StaffAction } from '../shared/permissions'
import { baseProcedure } from './init'

/** For anybody. */
export const publicProcedure = baseProcedure

/** For people who are signed in; `ctx.actor` is theirs. */
export const memberProcedure = baseProcedure.use(({ ctx, next }) => {
  if (ctx.actor.type !== 'member') throw new DomainError('unauthenticated', 'sign-in-required')
  return next({ ctx: { ...ctx, actor: ctx.actor satisfies Member } })
})

/** For staff whose roles allow the action (shared/permissions). */
export const staffProcedure = (action: StaffAction) =>
  memberProcedure.use(({ ctx, next }) => {
    if (!can(ctx.actor, action)) throw new DomainError('forbidden', 'not-allowed')
    return next()
  })
