import type { IncomingMessage, ServerResponse } from 'node:http'
import type { App } from '../app'
import { handleControl } from '../control/handle'
import { dashboardPage } from '../pages/dashboard'
import { handleCheckout } from '../pages/handle-checkout'
import { handleInvoice } from '../pages/handle-invoice'
import { handleAccount, handleOnboarding } from '../pages/handle-onboarding'
import { handlePortal } from '../pages/handle-portal'
import { missingPage, refusedPage } from '../pages/notices'
import { handleApi } from './api'
import { ApiError, unknownRoute } from './api-error'
import { Idempotency } from './idempotency'
import { hasKnownHost, isSameSite } from './loopback'
import { respondHtml, respondJson } from './respond'

/** The function that serves every request of the server. */
export function createListener(app: App) {
  const idempotency = new Idempotency(app)
  return (request: IncomingMessage, response: ServerResponse): void => {
    serve(app, idempotency, request, response).catch((error: unknown) => {
      if (error instanceof ApiError) {
        respondJson(response, error.status, JSON.stringify({ error: error.body }), error.headers)
        return
      }
      console.error('The local Stripe failed:', error)
      const body = {
        error: { type: 'api_error', message: 'The local Stripe failed; see its log.' },
      }
      respondJson(response, 500, JSON.stringify(body))
    })
  }
}

async function serve(
  app: App,
  idempotency: Idempotency,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local')
  const path = url.pathname
  if (!hasKnownHost(request, app.config.publicUrl)) {
    return respondHtml(response, 403, refusedPage('The address of this request is not known here.'))
  }
  if (/^\/v\d+(\/|$)/.test(path)) {
    if (!path.startsWith('/v1/')) throw unknownRoute(request.method ?? 'GET', path)
    return handleApi(app, idempotency, request, response, url)
  }
  if (path === '/health') return respondJson(response, 200, '{"status":"ok"}')
  if (request.method === 'POST' && !isSameSite(request)) {
    return respondHtml(response, 403, refusedPage('This form was sent from another site.'))
  }
  if (path.startsWith('/_control/')) {
    return handleControl(app, request, response, path.slice('/_control/'.length))
  }
  const checkout = /^\/c\/pay\/(cs_test_\w+)(\/authenticate)?$/.exec(path)
  if (checkout && (request.method === 'GET' || request.method === 'POST')) {
    const step = checkout[2] ? 'authenticate' : 'pay'
    return handleCheckout(app, request, response, checkout[1] ?? '', step)
  }
  const portal = /^\/p\/session\/test_\w+(?:\/(cancel|card|keep|switch))?$/.exec(path)
  if (portal && (request.method === 'GET' || request.method === 'POST')) {
    return handlePortal(app, request, response, url, portal[1] ?? null)
  }
  const invoice = /^\/i\/(in_\w+)$/.exec(path)?.[1]
  if (invoice && (request.method === 'GET' || request.method === 'POST')) {
    return handleInvoice(app, request, response, invoice)
  }
  const link = /^\/connect\/onboarding\/(alink_\w+)$/.exec(path)?.[1]
  if (link && (request.method === 'GET' || request.method === 'POST')) {
    return handleOnboarding(app, request, response, link)
  }
  const account = /^\/connect\/account\/(acct_\w+)$/.exec(path)?.[1]
  if (account && request.method === 'GET') return handleAccount(app, response, account)
  if (path === '/' && request.method === 'GET') {
    app.runDue()
    await app.commit()
    return respondHtml(response, 200, dashboardPage(app, url.searchParams))
  }
  respondHtml(response, 404, missingPage())
}
