import { router } from '../trpc/init'
import { memberProcedure, publicProcedure, staffProcedure } from '../trpc/procedures'
import { restorePerson, revokeSessionsOf, setRoles, suspendPerson } from './commands/manage-people'
import { changePassword, requestPasswordReset, resetPassword } from './commands/password'
import { confirmEmailChange, requestEmailChange, updateProfile } from './commands/profile'
import { revokeOtherSessions, revokeSession } from './commands/sessions'
import { requestSignInLink } from './commands/sign-in'
import { signUp } from './commands/sign-up'
import { resendVerification, verifyEmail } from './commands/verify-email'
import { getOwnAccount, listOwnSessions } from './reads/own-account'
import { listPeople, requirePerson } from './reads/people'
import * as schema from './schema'

const done = { ok: true } as const

/** Accounts: one's own, and other people's for staff. Signing in itself is the web app's (Auth.js). */
export const accountsRouter = router({
  signUp: publicProcedure.input(schema.signUpInput).mutation(async ({ ctx, input }) => {
    await signUp(ctx.deps, ctx.actor, input)
    return done
  }),
  requestSignInLink: publicProcedure.input(schema.emailInput).mutation(async ({ ctx, input }) => {
    await requestSignInLink(ctx.deps, ctx.actor, input)
    return done
  }),
  requestPasswordReset: publicProcedure
    .input(schema.emailInput)
    .mutation(async ({ ctx, input }) => {
      await requestPasswordReset(ctx.deps, ctx.actor, input)
      return done
    }),
  resetPassword: publicProcedure
    .input(schema.resetPasswordInput)
    .mutation(async ({ ctx, input }) => {
      await resetPassword(ctx.deps, input)
      return done
    }),
  verifyEmail: publicProcedure
    .input(schema.tokenInput)
    .mutation(({ ctx, input }) => verifyEmail(ctx.deps, input)),
  resendVerification: memberProcedure.mutation(async ({ ctx }) => {
    await resendVerification(ctx.deps, ctx.actor)
    return done
  }),
  own: memberProcedure.query(({ ctx }) => getOwnAccount(ctx.deps.db, ctx.actor)),
  updateProfile: memberProcedure
    .input(schema.updateProfileInput)
    .mutation(async ({ ctx, input }) => {
      await updateProfile(ctx.deps, ctx.actor, input)
      return done
    }),
  changePassword: memberProcedure
    .input(schema.changePasswordInput)
    .mutation(async ({ ctx, input }) => {
      await changePassword(ctx.deps, ctx.actor, input)
      return done
    }),
  requestEmailChange: memberProcedure
    .input(schema.requestEmailChangeInput)
    .mutation(async ({ ctx, input }) => {
      await requestEmailChange(ctx.deps, ctx.actor, input)
      return done
    }),
  confirmEmailChange: memberProcedure.input(schema.tokenInput).mutation(async ({ ctx, input }) => {
    await confirmEmailChange(ctx.deps, ctx.actor, input)
    return done
  }),
  sessions: memberProcedure.query(({ ctx }) =>
    listOwnSessions(ctx.deps.db, ctx.actor, ctx.deps.clock.now()),
  ),
  revokeSession: memberProcedure.input(schema.sessionInput).mutation(async ({ ctx, input }) => {
    await revokeSession(ctx.deps, ctx.actor, input)
    return done
  }),
  revokeOtherSessions: memberProcedure.mutation(async ({ ctx }) => ({
    count: await revokeOtherSessions(ctx.deps, ctx.actor),
  })),

  adminList: staffProcedure('person.read')
    .input(schema.peopleListInput)
    .query(({ ctx, input }) => listPeople(ctx.deps.db, input)),
  adminGet: staffProcedure('person.read')
    .input(schema.personInput)
    .query(({ ctx, input }) => requirePerson(ctx.deps.db, input.userId)),
  adminSetRoles: staffProcedure('person.roles')
    .input(schema.setRolesInput)
    .mutation(async ({ ctx, input }) => {
      await setRoles(ctx.deps, ctx.actor, input)
      return done
    }),
  adminSuspend: staffProcedure('person.edit')
    .input(schema.personStateInput)
    .mutation(async ({ ctx, input }) => {
      await suspendPerson(ctx.deps, ctx.actor, input)
      return done
    }),
  adminRestore: staffProcedure('person.edit')
    .input(schema.personStateInput)
    .mutation(async ({ ctx, input }) => {
      await restorePerson(ctx.deps, ctx.actor, input)
      return done
    }),
  adminRevokeSessions: staffProcedure('person.sessions')
    .input(schema.personStateInput)
    .mutation(async ({ ctx, input }) => ({
      count: await revokeSessionsOf(ctx.deps, ctx.actor, input),
    })),
})
