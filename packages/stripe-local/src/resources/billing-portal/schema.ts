import { z } from 'zod'
import { boolean, metadata, text, webUrl } from '../schema'
import { prorationBehavior } from '../subscriptions/schema'

const CANCEL_REASONS = [
  'customer_service',
  'low_quality',
  'missing_features',
  'other',
  'switched_service',
  'too_complex',
  'too_expensive',
  'unused',
] as const

const toggle = z.strictObject({ enabled: boolean })

const features = z.strictObject({
  invoice_history: toggle.optional(),
  payment_method_update: toggle.optional(),
  subscription_cancel: z
    .strictObject({
      enabled: boolean,
      mode: z.enum(['at_period_end', 'immediately']).optional(),
      proration_behavior: prorationBehavior.optional(),
      cancellation_reason: z
        .strictObject({ enabled: boolean, options: z.array(z.enum(CANCEL_REASONS)) })
        .optional(),
    })
    .optional(),
  subscription_update: z
    .strictObject({
      enabled: boolean,
      default_allowed_updates: z.array(z.literal('price')).optional(),
      products: z
        .array(z.strictObject({ product: text(), prices: z.array(text()).min(1).max(10) }))
        .max(10)
        .optional(),
      proration_behavior: prorationBehavior.optional(),
    })
    .optional(),
})

export type FeatureParams = z.output<typeof features>

export const configurationParams = z.strictObject({
  business_profile: z
    .strictObject({
      headline: text(60).optional(),
      privacy_policy_url: webUrl.optional(),
      terms_of_service_url: webUrl.optional(),
    })
    .optional(),
  default_return_url: webUrl.optional(),
  features,
  metadata: metadata.optional(),
  name: text(250).optional(),
})

export type ConfigurationParams = z.output<typeof configurationParams>

const subscription = z.strictObject({ subscription: text() })

export const sessionParams = z.strictObject({
  customer: text(),
  configuration: text().optional(),
  flow_data: z
    .strictObject({
      type: z.enum(['payment_method_update', 'subscription_cancel', 'subscription_update']),
      subscription_cancel: subscription.optional(),
      subscription_update: subscription.optional(),
      after_completion: z
        .strictObject({
          type: z.enum(['portal_homepage', 'redirect']),
          redirect: z.strictObject({ return_url: webUrl }).optional(),
        })
        .optional(),
    })
    .optional(),
  locale: text(10).optional(),
  return_url: webUrl.optional(),
})

export type SessionParams = z.output<typeof sessionParams>
