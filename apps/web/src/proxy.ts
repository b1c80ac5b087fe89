import { type NextRequest, NextResponse } from 'next/server'

const sessionCookies = ['authjs.session-token', '__Secure-authjs.session-token']

/**
 * Sends people without a session cookie to sign in, with a real redirect, before anything of a
 * personal page is made. Only a short cut: the page itself decides by the session's row.
 */
export function proxy(request: NextRequest): NextResponse {
  if (sessionCookies.some((name) => request.cookies.has(name))) return NextResponse.next()
  const signIn = new URL('/sign-in', request.url)
  signIn.searchParams.set('returnTo', request.nextUrl.pathname + request.nextUrl.search)
  return NextResponse.redirect(signIn, 303)
}

/** Personal pages only: never the webhook route, whose sender counts a redirect as a failure. */
export const config = {
  matcher: [
    '/account/:path*',
    '/learning/:path*',
    '/learn/:path*',
    '/orders/:path*',
    '/admin/:path*',
  ],
}
