import type { App } from '../app'
import type { FaultRow } from '../state/rows'
import { ApiError } from './api-error'

/** The next fault that was asked for on this path, used up by one; undefined when there is none. */
export function takeFault(app: App, method: string, path: string): FaultRow | undefined {
  const faults = app.db.tables.faults
  const fault = faults.find(
    (row) => path.startsWith(row.pathPrefix) && (row.method === null || row.method === method),
  )
  if (!fault) return undefined
  app.db.transact(() => {
    if (fault.remaining <= 1) faults.remove(fault.id)
    else faults.put({ ...fault, remaining: fault.remaining - 1 })
  })
  return fault
}

/** The refusal that a fault stands for; null for faults that only hold the answer back. */
export function faultError(fault: FaultRow): ApiError | null {
  if (fault.kind === 'rate_limit') {
    return new ApiError(429, {
      type: 'invalid_request_error',
      code: 'rate_limit',
      message: 'Too many requests (asked for through the control API).',
    })
  }
  if (fault.kind === 'server_error') {
    return new ApiError(500, {
      type: 'api_error',
      message: 'Something went wrong (asked for through the control API).',
    })
  }
  return null
}
