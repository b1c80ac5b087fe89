import 'server-only'
import { revokeSession, startSession } from '@archway/api/accounts/commands/sessions'
import {
  type OutsideIdentity,
  signInWithIdentity,
  signInWithLink,
  signInWithPassword,
} from '@archway/api/accounts/commands/sign-in'
import { verifyEmail } from '@archway/api/accounts/commands/verify-email'
import { sessionIdleSeconds } from '@archway/api/accounts/rules'
import { emailSchema } from '@archway/api/accounts/schema'
import { DomainError } from '@archway/api/shared/errors'
import type { NextAuthConfig } from 'next-auth'
import { CredentialsSignin } from 'next-auth'
import type { Provider } from 'next-auth/providers'
import Credentials from 'next-auth/providers/credentials'
import GitHub from 'next-auth/providers/github'
import Google from 'next-auth/providers/google'
import LinkedIn from 'next-auth/providers/linkedin'
import MicrosoftEntraId from 'next-auth/providers/microsoft-entra-id'
import { env } from '@/env'
import { deps } from '@/lib/deps'
import { requestOrigin } from './request-origin'
import { hasSecureCookies } from './session-cookie'
import { clearSignedInHint, setSignedInHint } from './signed-in-hint'

/** Carries our reason through Auth.js to the sign-in action. */
export class SignInRefused extends CredentialsSignin {
  constructor(override readonly code: string) {
    super()
  }
}

const refused = (error: unknown): never => {
  if (error instanceof DomainError) throw new SignInRefused(error.reason)
  throw error
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

function credentialProviders(): Provider[] {
  return [
    Credentials({
      id: 'password',
      credentials: { email: {}, password: {} },
      async authorize(credentials) {
        const email = emailSchema.safeParse(credentials.email)
        if (!email.success) throw new SignInRefused('wrong-credentials')
        const actor = { type: 'visitor', ...(await requestOrigin()) } as const
        const password = asText(credentials.password)
        const { userId } = await signInWithPassword(deps(), actor, {
          email: email.data,
          password,
        }).catch(refused)
        return { id: userId }
      },
    }),
    Credentials({
      id: 'link',
      credentials: { token: {} },
      async authorize(credentials) {
        const token = asText(credentials.token)
        const { userId } = await signInWithLink(deps(), { token }).catch(refused)
        return { id: userId }
      },
    }),
    Credentials({
      id: 'verification',
      credentials: { token: {} },
      async authorize(credentials) {
        const token = asText(credentials.token)
        const { userId } = await verifyEmail(deps(), { token }).catch(refused)
        return { id: userId }
      },
    }),
  ]
}

function oauthProviders(): Provider[] {
  const { google, github, linkedin, microsoft } = env().oauth
  const providers: Provider[] = []
  if (google) providers.push(Google(google))
  if (github) providers.push(GitHub(github))
  if (linkedin) providers.push(LinkedIn(linkedin))
  if (microsoft) {
    providers.push(
      MicrosoftEntraId({
        ...microsoft,
        issuer: `https://login.microsoftonline.com/${microsoft.tenantId}/v2.0`,
      }),
    )
  }
  return providers
}

/**
 * Auth.js proves who somebody is and keeps a signed cookie. The cookie holds the id of a row of
 * `sessions` and nothing else that counts: the row, the roles and whether the account is open are
 * read for every request (auth/actor.ts).
 */
export function authConfig(): NextAuthConfig {
  return {
    secret: env().authSecret,
    trustHost: true,
    useSecureCookies: hasSecureCookies(),
    session: { strategy: 'jwt', maxAge: sessionIdleSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [...credentialProviders(), ...oauthProviders()],
    logger: {
      error(error) {
        if (error instanceof SignInRefused) return
        deps().logger.error({ err: error }, 'sign-in failed')
      },
    },
    callbacks: {
      async jwt({ token, user, account, profile }) {
        if (!account) return token
        const userId =
          account.type === 'credentials'
            ? user.id
            : (await signInWithIdentity(deps(), toIdentity(account, profile))).userId
        if (!userId) throw new Error('a sign-in ends with an account')
        const sessionId = await startSession(deps(), {
          userId,
          method: account.provider,
          ...(await requestOrigin()),
        })
        return { sessionId, userId }
      },
      session({ session, token }) {
        return { ...session, user: undefined, sessionId: asText(token.sessionId) }
      },
    },
    events: {
      async signIn() {
        await setSignedInHint()
      },
      async signOut(message) {
        const token = 'token' in message ? message.token : null
        if (token) {
          await revokeSession(
            deps(),
            { userId: asText(token.userId) },
            { sessionId: asText(token.sessionId) },
          )
        }
        await clearSignedInHint()
      },
    },
  }
}

type Account = { provider: string; providerAccountId: string; type: string }
type Profile = { email?: string | null; email_verified?: boolean | null; name?: string | null }

/**
 * What a provider vouches for. GitHub gives only addresses that it has confirmed (its provider asks
 * for the primary verified one); a Microsoft work account's address is its administrator's claim and
 * is not taken as proof.
 */
function toIdentity(account: Account, profile: Profile | undefined): OutsideIdentity {
  const { provider, providerAccountId, type } = account
  return {
    provider,
    providerAccountId,
    type,
    email: profile?.email ?? null,
    isEmailVerified: provider === 'github' || profile?.email_verified === true,
    name: profile?.name ?? null,
  }
}
