import 'server-only'
import NextAuth from 'next-auth'
import { authConfig } from './config'

/** Auth.js, configured at the first request so that building needs no environment. */
export const { handlers, signIn, signOut } = NextAuth(() => authConfig())
