import type { z } from 'zod'
import { validate } from '../http/validate'
import type { Scope } from '../scope'

export type Method = 'GET' | 'POST' | 'DELETE'
export type PathIds = Record<string, string>

/** A route with its parameters still to be checked. */
export interface Route {
  method: Method
  path: string
  /** whether it can be asked for a connected account (`Stripe-Account`) */
  isForAccounts: boolean
  /** Checks the parameters and returns the work; throws the refusal when they are wrong. */
  prepare(raw: unknown): (scope: Scope, ids: PathIds) => unknown
}

interface Definition<S extends z.ZodType> {
  method: Method
  /** e.g. `/v1/refunds/:id` */
  path: string
  isForAccounts?: boolean
  /** Strict schema of the parameters, without `expand`, which every route accepts. */
  params: S
  run(scope: Scope, params: z.output<S>, ids: PathIds): unknown
}

/** Declares one API route. Parameters are checked before anything runs. */
export function defineRoute<S extends z.ZodType>(definition: Definition<S>): Route {
  return {
    method: definition.method,
    path: definition.path,
    isForAccounts: definition.isForAccounts ?? false,
    prepare(raw) {
      const params = validate(definition.params, raw)
      return (scope, ids) => definition.run(scope, params, ids)
    },
  }
}

/** The id in the path. The router only matches when it is there. */
export function idOf(ids: PathIds): string {
  return ids.id ?? ''
}
