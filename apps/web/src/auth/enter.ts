import 'server-only'
import { DomainError } from '@archway/api/shared/errors'
import { AuthError, CredentialsSignin } from 'next-auth'
import { signIn, signOut } from './auth'

/** Our refusal out of Auth.js's error: too many attempts, a used link, or wrong credentials. */
function refusalOf(error: AuthError): DomainError {
  if (error instanceof CredentialsSignin && error.code === 'too-many-attempts') {
    return new DomainError('rate_limited', 'too-many-sign-ins')
  }
  if (error instanceof CredentialsSignin && error.code !== 'credentials') {
    return new DomainError('unauthenticated', error.code)
  }
  throw error
}

/** Opens a session with what a form gave. Throws a DomainError when it is not enough. */
export async function enterWith(
  method: 'password' | 'link' | 'verification',
  credentials: Record<string, string>,
): Promise<void> {
  try {
    await signIn(method, { ...credentials, redirect: false })
  } catch (error) {
    if (error instanceof AuthError) throw refusalOf(error)
    throw error
  }
}

/** Goes to an outside service to sign in there, and comes back to a path of ours. */
export const enterThrough = (provider: string, returnTo: string) =>
  signIn(provider, { redirectTo: returnTo })

/** Ends this browser's session and goes to the home page. */
export const leaveSession = () => signOut({ redirectTo: '/' })
