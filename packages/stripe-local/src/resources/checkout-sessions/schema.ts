import { z } from 'zod'
import { amountFields, productData } from '../prices/schema'
import { boolean, email, integer, metadata, text, webUrl } from '../schema'

const LOCALES =
  'auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW'.split(
    ' ',
  )

const metadataGroup = metadata.optional()

/** The methods that the local checkout page offers. */
export const PAYMENT_METHOD_TYPES = ['card', 'us_bank_account'] as const

const lineItem = z.strictObject({
  price: text().optional(),
  price_data: z
    .strictObject({
      ...amountFields,
      product: text().optional(),
      product_data: productData.optional(),
    })
    .optional(),
  quantity: integer.refine((value) => value >= 1, 'The quantity must be at least 1'),
  metadata: metadataGroup,
})

const subscriptionData = z.strictObject({
  description: text(500).optional(),
  metadata: metadataGroup,
  trial_end: integer.optional(),
  trial_period_days: integer
    .refine((value) => value >= 1 && value <= 730, 'A trial lasts between 1 and 730 days')
    .optional(),
  trial_settings: z
    .strictObject({
      end_behavior: z.strictObject({
        missing_payment_method: z.enum(['cancel', 'create_invoice', 'pause']),
      }),
    })
    .optional(),
})

/** A feature that is accepted only switched off. */
const disabled = z
  .strictObject({
    enabled: boolean.refine((value) => !value, 'The local Stripe does not have this feature'),
  })
  .optional()

/** Parameters of a new session. Anything else, in Stripe or not, is refused by name. */
export const createParams = z.strictObject({
  mode: z.enum(['payment', 'subscription'], 'The local Stripe does not have this mode'),
  line_items: z.array(lineItem).min(1).max(100),
  success_url: webUrl,
  cancel_url: webUrl.optional(),
  client_reference_id: text(200).optional(),
  customer: text().optional(),
  customer_email: email.optional(),
  customer_creation: z.enum(['always', 'if_required']).optional(),
  expires_at: integer.optional(),
  locale: z
    .string()
    .refine((value) => LOCALES.includes(value), 'This locale is not supported')
    .optional(),
  metadata: metadataGroup,
  payment_intent_data: z
    .strictObject({
      capture_method: z.enum(['automatic', 'automatic_async']).optional(),
      description: text(1000).optional(),
      metadata: metadataGroup,
      receipt_email: email.optional(),
      statement_descriptor: text(22).optional(),
      statement_descriptor_suffix: text(22).optional(),
      transfer_group: text().optional(),
    })
    .optional(),
  payment_method_collection: z.enum(['always', 'if_required']).optional(),
  subscription_data: subscriptionData.optional(),
  allowed_payment_method_types: z.array(z.enum(PAYMENT_METHOD_TYPES)).min(1).optional(),
  excluded_payment_method_types: z.array(z.enum(PAYMENT_METHOD_TYPES)).max(1).optional(),
  submit_type: z.enum(['auto', 'book', 'donate', 'pay']).optional(),
  ui_mode: z.literal('hosted_page').optional(),
  billing_address_collection: z.literal('auto').optional(),
  allow_promotion_codes: boolean
    .refine((value) => !value, 'The local Stripe does not have promotion codes')
    .optional(),
  adaptive_pricing: disabled,
  automatic_tax: disabled,
  invoice_creation: disabled,
  phone_number_collection: disabled,
  tax_id_collection: disabled,
})

export type CreateParams = z.output<typeof createParams>
