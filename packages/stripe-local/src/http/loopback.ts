import type { IncomingMessage } from 'node:http'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Whether the request names this machine (or the configured public address) in its Host header.
 * Stops a web page elsewhere from reaching the server through a DNS name that it controls.
 */
export function hasKnownHost(request: IncomingMessage, publicUrl: string): boolean {
  const host = request.headers.host
  if (!host) return false
  const name = host.replace(/:\d+$/, '').toLowerCase()
  return LOOPBACK.has(name) || name === new URL(publicUrl).hostname.toLowerCase()
}

/**
 * Whether a browser sent the request from one of this server's own pages. Programs send neither
 * header and pass; a form on another site does not.
 */
export function isSameSite(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = request.headers.origin
  if (origin === undefined || origin === 'null') return origin === undefined
  return URL.canParse(origin) && new URL(origin).host === request.headers.host
}
