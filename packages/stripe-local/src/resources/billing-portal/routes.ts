import { z } from 'zod'
import { change } from '../change'
import type { Expansions } from '../expand'
import { listPage } from '../list'
import { mergeMetadata } from '../metadata'
import { defineRoute, idOf } from '../route'
import { boolean, pagination } from '../schema'
import { createConfiguration, featuresOf, requireConfiguration } from './configuration'
import { configurationParams, sessionParams } from './schema'
import { createPortalSession } from './session'

const PATH = '/v1/billing_portal/configurations'

export const portalSessionExpansions: Expansions = {
  configuration: (scope, session) =>
    scope.tables.portalConfigurations.get(String(session.configuration)) ?? null,
}

/** The portal in which customers manage their subscriptions, and what it offers. */
export const portalRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/billing_portal/sessions',
    params: sessionParams,
    run: (scope, params) => createPortalSession(scope, params),
  }),
  defineRoute({
    method: 'POST',
    path: PATH,
    params: configurationParams,
    run: (scope, params) => createConfiguration(scope, params, false),
  }),
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      active: boolean.optional(),
      is_default: boolean.optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.portalConfigurations.filter(
          (row) =>
            (params.active === undefined || row.active === params.active) &&
            (params.is_default === undefined || row.is_default === params.is_default),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run: (scope, _params, ids) => requireConfiguration(scope, idOf(ids)),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id`,
    params: configurationParams
      .omit({ business_profile: true })
      .partial({ features: true })
      .extend({ active: boolean.optional() }),
    run(scope, params, ids) {
      const before = requireConfiguration(scope, idOf(ids))
      const { row, previous } = change(scope.tables.portalConfigurations, before, {
        active: params.active ?? before.active,
        default_return_url: params.default_return_url ?? before.default_return_url,
        features: {
          ...before.features,
          ...(params.features && pick(featuresOf(scope, params.features), params.features)),
        },
        metadata: mergeMetadata(before.metadata, params.metadata),
        name: params.name ?? before.name,
        updated: scope.now,
      })
      scope.emit('billing_portal.configuration.updated', row, previous)
      return row
    },
  }),
]

/** Of all features only those that were given. */
function pick<T extends object>(all: T, given: object): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in given)) as Partial<T>
}
