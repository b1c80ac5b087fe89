import type { ServerResponse } from 'node:http'
import { SCRIPT_HASH } from '../pages/script'

/** Answers with JSON. Nothing is cached: the state may change with the next request. */
export function respondJson(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  if (response.destroyed || response.headersSent) return
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-cache, no-store',
    ...headers,
  })
  response.end(body)
}

/**
 * Answers with a page. The policy allows the inline style sheet and the one known script, and
 * nothing from outside. Forms are not restricted: paying redirects to the shop's own address.
 */
export function respondHtml(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src ${SCRIPT_HASH}; base-uri 'none'; frame-ancestors 'none'`,
  })
  response.end(body)
}

/** 303: the browser fetches the target with GET, so reloading never repeats a payment. */
export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store' })
  response.end()
}
