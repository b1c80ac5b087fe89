import type Stripe from 'stripe'
import { z } from 'zod'
import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import { listPage, passesCreated } from '../list'
import { mergeMetadata, newMetadata } from '../metadata'
import { defineRoute, idOf } from '../route'
import { boolean, created, email, metadata, pagination, webUrl } from '../schema'
import { changeAccount, requireAccount } from './change'
import { derivedParts } from './requirements'

const PATH = '/v1/accounts'

const businessProfile = z.strictObject({
  name: z.string().max(5000).optional(),
  url: webUrl.optional(),
  product_description: z.string().max(5000).optional(),
})

/**
 * Who pays fees, who bears losses, who collects what Stripe asks for and which dashboard there is
 * (docs.stripe.com/connect/migrate-to-controller-properties). Only what a platform with hosted onboarding
 * and an Express dashboard takes is known here.
 */
const controller = z.strictObject({
  fees: z.strictObject({ payer: z.enum(['application', 'account']) }),
  losses: z.strictObject({ payments: z.enum(['application', 'stripe']) }),
  requirement_collection: z.enum(['stripe']),
  stripe_dashboard: z.strictObject({ type: z.enum(['express', 'full']) }),
})

const createParams = z.strictObject({
  controller,
  capabilities: z.strictObject({ transfers: z.strictObject({ requested: boolean }) }),
  business_profile: businessProfile.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'This is not a country code')
    .optional(),
  email: email.optional(),
  metadata: metadata.optional(),
})

function createAccount(scope: Scope, params: z.output<typeof createParams>): Stripe.Account {
  const { fees, losses, stripe_dashboard: dashboard } = params.controller
  if (dashboard.type === 'express' && losses.payments !== 'application') {
    throw invalidRequest(
      'With an Express dashboard the platform has to bear losses.',
      undefined,
      'controller[losses][payments]',
    )
  }
  const country = params.country ?? 'US'
  const known = { given: [], isChecking: false, stopped: null }
  const account = {
    id: newId('acct'),
    object: 'account',
    business_profile: {
      mcc: null,
      minority_owned_business_designation: null,
      name: params.business_profile?.name ?? null,
      product_description: params.business_profile?.product_description ?? null,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: params.business_profile?.url ?? null,
    },
    business_type: 'company',
    company: { tax_id_provided: false },
    controller: {
      fees: { payer: fees.payer === 'application' ? 'application_express' : 'account' },
      is_controller: true,
      losses,
      requirement_collection: 'stripe',
      stripe_dashboard: dashboard,
      type: 'application',
    },
    country,
    created: scope.now,
    default_currency: CURRENCY_OF[country] ?? 'usd',
    email: params.email ?? null,
    metadata: newMetadata(params.metadata),
    type: dashboard.type === 'express' ? 'express' : 'standard',
    ...derivedParts(known),
  } satisfies Stripe.Account
  scope.tables.accounts.put(account)
  scope.tables.accountRows.put({ id: account.id, ...known, isDeauthorized: false })
  return account
}

const CURRENCY_OF: Record<string, string> = {
  AT: 'eur',
  CH: 'chf',
  DE: 'eur',
  ES: 'eur',
  FR: 'eur',
  GB: 'gbp',
  IE: 'eur',
  IT: 'eur',
  JP: 'jpy',
  NL: 'eur',
  SE: 'sek',
}

export const accountRoutes = [
  defineRoute({
    method: 'POST',
    path: PATH,
    params: createParams,
    run: createAccount,
  }),
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({ ...pagination, created: created.optional() }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.accounts.filter(
          (row) =>
            passesCreated(row.created ?? 0, params.created) &&
            scope.tables.accountRows.get(row.id)?.isDeauthorized === false,
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run: (scope, _params, ids) => requireAccount(scope, idOf(ids)),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id`,
    params: z.strictObject({
      business_profile: businessProfile.optional(),
      email: email.optional(),
      metadata: metadata.optional(),
    }),
    run(scope, params, ids) {
      const account = requireAccount(scope, idOf(ids))
      const { business_profile: profile } = params
      return changeAccount(
        scope,
        account.id,
        {},
        {
          ...(profile && account.business_profile
            ? { business_profile: { ...account.business_profile, ...profile } }
            : {}),
          ...(params.email === undefined ? {} : { email: params.email }),
          metadata: mergeMetadata(account.metadata ?? {}, params.metadata),
        },
      )
    },
  }),
  /** A way into the account's own pages at Stripe, for one visit. */
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id/login_links`,
    params: z.strictObject({}),
    run(scope, _params, ids) {
      const account = requireAccount(scope, idOf(ids))
      if (!account.details_submitted) {
        throw invalidRequest(
          'Cannot create a login link for an account that has not completed onboarding.',
        )
      }
      return {
        object: 'login_link',
        created: scope.now,
        url: `${scope.config.publicUrl}/connect/account/${account.id}`,
      } satisfies Stripe.LoginLink
    },
  }),
]
