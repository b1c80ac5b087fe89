import type Stripe from 'stripe'
import { z } from 'zod'
import { newId } from '../../state/ids'
import { requireAccount } from '../accounts/change'
import { defineRoute } from '../route'
import { text, webUrl } from '../schema'

/** How long a link can be opened (docs.stripe.com/api/account_links/object: "a few minutes"). */
export const LINK_SECONDS = 300

export const accountLinkRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/account_links',
    params: z.strictObject({
      account: text(),
      type: z.enum(['account_onboarding']),
      refresh_url: webUrl,
      return_url: webUrl,
      collection_options: z
        .strictObject({
          fields: z.enum(['currently_due', 'eventually_due']).optional(),
          future_requirements: z.enum(['include', 'omit']).optional(),
        })
        .optional(),
    }),
    run(scope, params) {
      const account = requireAccount(scope, params.account, 'account')
      const row = scope.tables.accountLinks.put({
        id: newId('alink'),
        account: account.id,
        returnUrl: params.return_url,
        refreshUrl: params.refresh_url,
        expiresAt: scope.now + LINK_SECONDS,
        isUsed: false,
      })
      return {
        object: 'account_link',
        created: scope.now,
        expires_at: row.expiresAt,
        url: `${scope.config.publicUrl}/connect/onboarding/${row.id}`,
      } satisfies Stripe.AccountLink
    },
  }),
]
