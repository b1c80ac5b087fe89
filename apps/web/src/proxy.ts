import { parseCatalogQuery, serialiseCatalogQuery } from '@archway/api/catalog/schema/query'
import { type NextRequest, NextResponse } from 'next/server'
import { guestCookie } from './lib/guest-cookie'

const sessionCookies = ['authjs.session-token', '__Secure-authjs.session-token']

/** What a query says, however it is spelt. */
const meaningOf = (parameters: URLSearchParams) => JSON.stringify([...parameters])

/**
 * Brings an address of the catalogue into its one spelling: a form without JavaScript sends empty fields
 * and repeats names, and links from elsewhere carry parameters that mean nothing here.
 */
function toCanonicalCatalogue(request: NextRequest): NextResponse {
  const query = serialiseCatalogQuery(parseCatalogQuery(request.nextUrl.searchParams))
  if (meaningOf(new URLSearchParams(query)) === meaningOf(request.nextUrl.searchParams)) {
    return NextResponse.next()
  }
  return NextResponse.redirect(
    new URL(query === '' ? '/catalogue' : `/catalogue?${query}`, request.url),
  )
}

const personal =
  /^\/(account|learning|learn|exams|sittings|orders|admin|membership\/(checkout|return|start))(\/|$)|^\/courses\/[^/]+\/review$/

/** Where a browser comes back to that has paid without an account; the page decides by its secret. */
const isGuestReturn = (request: NextRequest) =>
  request.nextUrl.pathname.startsWith('/orders/') && request.cookies.has(guestCookie)

/** Whether the escapes of a path say something: whole characters, and none that no text can hold. */
function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/**
 * Refuses addresses that cannot be read, where Next.js would answer with a failure of its own. Sends
 * people without a session cookie to sign in, with a real redirect, before anything of a personal page
 * is made: only a short cut, since the page itself decides by the session's row.
 */
export function proxy(request: NextRequest): NextResponse {
  const path = request.nextUrl.pathname
  if (!isReadable(path)) return new NextResponse('Bad request', { status: 400 })
  if (path === '/catalogue') return toCanonicalCatalogue(request)
  if (!personal.test(path)) return NextResponse.next()
  if (sessionCookies.some((name) => request.cookies.has(name))) return NextResponse.next()
  if (isGuestReturn(request)) return NextResponse.next()
  const signIn = new URL('/sign-in', request.url)
  signIn.searchParams.set('returnTo', path + request.nextUrl.search)
  return NextResponse.redirect(signIn, 303)
}

/**
 * Personal pages, addresses with escapes, and catalogue addresses with a query, which name at least one
 * of these parameters: never the webhook route, whose sender counts a redirect as a failure. Written out,
 * because it is read while building.
 */
export const config = {
  matcher: [
    '/account/:path*',
    '/learning/:path*',
    '/learn/:path*',
    '/exams/:path*',
    '/sittings/:path*',
    '/orders/:path*',
    '/admin/:path*',
    '/membership/:path+',
    '/courses/:slug/review',
    '/(.*%.*)',
    { source: '/catalogue', has: [{ type: 'query', key: 'q' }] },
    { source: '/catalogue', has: [{ type: 'query', key: 'kind' }] },
    { source: '/catalogue', has: [{ type: 'query', key: 'topic' }] },
    { source: '/catalogue', has: [{ type: 'query', key: 'skill' }] },
    { source: '/catalogue', has: [{ type: 'query', key: 'level' }] },
    { source: '/catalogue', has: [{ type: 'query', key: 'provider' }] },
    { source: '/catalogue', has: [{ type: 'query', key: 'language' }] },
    { source: '/catalogue', has: [{ type: 'query', key: 'price' }] },
    { source: '/catalogue', has: [{ type: 'query', key: 'duration' }] },
    { source: '/catalogue', has: [{ type: 'query', key: 'rating' }] },
    { source: '/catalogue', has: [{ type: 'query', key: 'sort' }] },
    { source: '/catalogue', has: [{ type: 'query', key: 'page' }] },
  ],
}
