import { z } from 'zod'
import { pageInput } from '../shared/pagination'
import { taxReasons } from '../tax/states'
import { documentKinds } from './states'

const minor = z.string().regex(/^\d+$/)
const country = z.string().regex(/^[A-Z]{2}$/, 'country-invalid')
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'text-too-long')
    .nullish()
    .transform((text) => (text ? text : null))
const optionalCountry = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  country.nullable(),
)

/** Lines of an address as on an envelope; more than six do not fit a document. */
const addressLines = optionalText(400).refine(
  (text) => text === null || text.split('\n').length <= 6,
  'address-too-long',
)

/** What a buyer may have on an invoice beside the e-mail address; everything is optional. */
export const billingDetails = z.object({
  name: optionalText(120),
  company: optionalText(160),
  address: addressLines,
  country: optionalCountry,
  taxNumber: optionalText(40),
})
export type BillingDetails = z.output<typeof billingDetails>

/** One line of a document, as its row keeps it. Amounts are positive minor units. */
export const documentLine = z.object({
  orderLineId: z.uuid(),
  title: z.string(),
  /** before discount; `grossMinor` is this less `discountMinor`, and the tax where that is added */
  listMinor: minor,
  discountMinor: minor,
  netMinor: minor,
  taxMinor: minor,
  /** null while no tax is charged */
  taxRateBps: z.number().int().nullable(),
  /** documents from before there was tax say nothing of it */
  taxName: z.string().nullable().default(null),
  taxCountry: country.nullable().default(null),
  taxReason: z.enum(taxReasons).nullable().default(null),
  grossMinor: minor,
})
export type StoredLine = z.infer<typeof documentLine>

/** Who sells, as a document keeps it. */
export const sellerSnapshot = z.object({
  name: z.string(),
  address: z.string(),
  country: z.string().nullable(),
  taxNumber: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  email: z.string().nullable(),
})
export type SellerSnapshot = z.infer<typeof sellerSnapshot>

/** Who buys, as a document keeps it. */
export const buyerSnapshot = z.object({
  name: z.string().nullable(),
  email: z.string(),
  company: z.string().nullable(),
  address: z.string().nullable(),
  country: z.string().nullable(),
  taxNumber: z.string().nullable(),
})
export type BuyerSnapshot = z.infer<typeof buyerSnapshot>

export const documentIdInput = z.object({ documentId: z.uuid() })

export const adminDocumentsInput = pageInput.extend({
  /** reference, order number, or name, company or address of the buyer */
  search: z.string().trim().max(200).optional(),
  kind: z.enum(documentKinds).optional(),
  issuedFrom: z.date().optional(),
  /** exclusive */
  issuedTo: z.date().optional(),
  sort: z.enum(['issuedAt', 'reference', 'total']).default('issuedAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type AdminDocumentsInput = z.infer<typeof adminDocumentsInput>

/** Correct who bought: the invoice is taken back and written anew. */
export const reissueInput = z.object({
  orderId: z.uuid(),
  billing: billingDetails,
  reason: z.string().trim().min(3).max(500),
})
export type ReissueInput = z.output<typeof reissueInput>

/** What staff may change of who sells. Documents that were issued keep what they say. */
export const legalEntityInput = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1, 'seller-name-missing').max(160),
  address: z
    .string()
    .trim()
    .max(400)
    .refine((text) => text.split('\n').length <= 6, 'address-too-long'),
  country: optionalCountry,
  taxNumber: optionalText(40),
  registrationNumber: optionalText(60),
  email: z.preprocess(
    (value) => (value === '' ? null : value),
    z.email('email-invalid').nullable(),
  ),
  prefix: z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{2,8}$/, 'prefix-invalid')
    .refine((text) => text !== 'TEST', 'prefix-invalid'),
  /** prices in these are shown without tax; typed as codes with commas or spaces between them */
  exclusiveCurrencies: z.preprocess(
    (typed) =>
      typeof typed === 'string'
        ? typed
            .toUpperCase()
            .split(/[\s,;]+/)
            .filter(Boolean)
        : typed,
    z
      .array(z.string().regex(/^[A-Z]{3}$/, 'currencies-invalid'))
      .transform((codes) => [...new Set(codes)].sort())
      .default([]),
  ),
})
export type LegalEntityInput = z.output<typeof legalEntityInput>
