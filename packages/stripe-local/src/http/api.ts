import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { App } from '../app'
import { API_VERSION } from '../config'
import { expand } from '../resources/expand'
import { EXPANSIONS, findRoute } from '../resources/registry'
import type { Route } from '../resources/route'
import { text } from '../resources/schema'
import { newId } from '../state/ids'
import type { FaultRow } from '../state/rows'
import { ApiError, invalidRequest, noAccess, unknownRoute } from './api-error'
import { authenticate, requireVersion } from './authenticate'
import { faultError, takeFault } from './faults'
import { parseForm } from './form'
import type { Idempotency } from './idempotency'
import { readBody } from './read-body'
import { respondJson } from './respond'
import { validate } from './validate'

interface Answer {
  status: number
  body: string
  headers: Record<string, string>
  /** Close the connection without an answer, at once or when the client gives up. */
  silence?: 'timeout' | 'disconnect'
}

const expandParams = z.array(text()).max(20).optional()

/** Serves `/v1/…`: authentication, parameters, idempotency, the work itself, errors as Stripe words them. */
export async function handleApi(
  app: App,
  idempotency: Idempotency,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const requestId = newId('req')
  const base = { 'request-id': requestId, 'stripe-version': API_VERSION }
  const answer = await answerTo(app, idempotency, request, url, requestId).catch(refusal)
  await app.commit()
  if (answer.silence === 'disconnect') response.destroy()
  if (answer.silence) return
  respondJson(response, answer.status, answer.body, { ...base, ...answer.headers })
}

async function answerTo(
  app: App,
  idempotency: Idempotency,
  request: IncomingMessage,
  url: URL,
  requestId: string,
): Promise<Answer> {
  const method = request.method ?? 'GET'
  const apiKey = authenticate(request)
  requireVersion(request)
  const match = findRoute(method, url.pathname)
  if (!match) throw unknownRoute(method, url.pathname)
  const account = accountOf(app, request, match.route)
  const body = method === 'POST' ? await readBody(request) : ''
  const fault = takeFault(app, method, url.pathname)
  const key = method === 'POST' ? request.headers['idempotency-key'] : undefined
  const work = (store: (answer: Answer) => void) =>
    execute(app, { match, fault, requestId, account, key: key ? String(key) : null }, store, () =>
      parseForm(method === 'POST' ? body : url.search.slice(1)),
    )
  if (!key) return work(() => undefined)

  const claim = idempotency.claim({ apiKey, key: String(key), method, path: url.pathname, body })
  if (claim.kind === 'replay') {
    const headers = { 'idempotent-replayed': 'true', 'original-request': claim.row.requestId }
    return { status: claim.row.status, body: claim.row.body, headers }
  }
  try {
    const answer = await work(({ status, body: text }) =>
      idempotency.store(claim.ticket, { status, body: text, requestId }),
    )
    await app.persistence.flush()
    return { ...answer, headers: { ...answer.headers, 'idempotency-key': String(key) } }
  } finally {
    idempotency.release(claim.ticket)
  }
}

/** The connected account that is asked about. Stripe answers 403 for one that the platform cannot use. */
function accountOf(app: App, request: IncomingMessage, route: Route): string | null {
  const id = request.headers['stripe-account']
  if (id === undefined) return null
  const row = app.db.tables.accountRows.get(String(id))
  if (!row || row.isDeauthorized) throw noAccess(String(id))
  if (!route.isForAccounts) {
    throw invalidRequest(`The local Stripe does not serve ${route.path} for connected accounts.`)
  }
  return row.id
}

interface Execution {
  match: NonNullable<ReturnType<typeof findRoute>>
  fault: FaultRow | undefined
  requestId: string
  account: string | null
  key: string | null
}

/**
 * Runs one request. Wrong parameters and too many requests are not remembered under the
 * idempotency key; everything that began to run is, failures included, as with Stripe's v1 API.
 * A refusal that a route throws undoes its work; one that it returns, such as a declined card,
 * leaves the work standing.
 */
async function execute(
  app: App,
  { match, fault, requestId, account, key }: Execution,
  store: (answer: Answer) => void,
  parse: () => Record<string, unknown>,
): Promise<Answer> {
  const { expand: paths, ...raw } = parse()
  const expansions = validate(z.object({ expand: expandParams }), { expand: paths }).expand ?? []
  const run = match.route.prepare(raw)
  if (fault?.kind === 'delay') await sleep(fault.milliseconds)
  if (fault?.when === 'before' && fault.kind !== 'delay') {
    const error = faultError(fault)
    if (!error) return silent(fault)
    const failed = refusal(error)
    if (error.status >= 500) app.db.transact(() => store(failed))
    return failed
  }
  app.runDue()
  const origin = { id: requestId, idempotency_key: key }
  try {
    const answer = app.change(
      (scope) => {
        const result = run(scope, match.ids)
        const done =
          result instanceof ApiError
            ? refusal(result)
            : success(expand(scope, result, expansions, EXPANSIONS))
        store(done)
        return done
      },
      origin,
      { account },
    )
    if (fault?.when === 'after' && fault.kind !== 'delay') return afterwards(fault)
    return answer
  } catch (error) {
    const failed = refusal(error)
    app.db.transact(() => store(failed))
    return failed
  }
}

function success(result: unknown): Answer {
  return { status: 200, body: JSON.stringify(result, null, 2), headers: {} }
}

/** The work is done and its answer stored; the client sees only the failure. */
function afterwards(fault: FaultRow): Answer {
  const error = faultError(fault)
  return error ? refusal(error) : silent(fault)
}

function silent(fault: FaultRow): Answer {
  const silence = fault.kind === 'disconnect' ? 'disconnect' : 'timeout'
  return { status: 0, body: '', headers: {}, silence }
}

function refusal(error: unknown): Answer {
  const known = error instanceof ApiError ? error : null
  if (!known) console.error('The local Stripe failed:', error)
  const { status, body, headers } =
    known ??
    new ApiError(500, { type: 'api_error', message: 'The local Stripe failed; see its log.' })
  return { status, body: JSON.stringify({ error: body }, null, 2), headers }
}
