import type { ExportTable } from './export-table'
import { audit } from './tables/audit'
import { bundles } from './tables/bundles'
import { couponCodes, coupons } from './tables/coupons'
import { credentials } from './tables/credentials'
import { disputes } from './tables/disputes'
import { documents } from './tables/documents'
import { enrolments } from './tables/enrolments'
import { facts } from './tables/facts'
import { gifts } from './tables/gifts'
import { guides } from './tables/guides'
import { items } from './tables/items'
import { offerings } from './tables/offerings'
import { orders } from './tables/orders'
import { payouts } from './tables/payouts'
import { people } from './tables/people'
import { providers } from './tables/providers'
import { reviews } from './tables/reviews'
import { seats } from './tables/seats'
import { subscriptions } from './tables/subscriptions'
import { vouchers } from './tables/vouchers'
import { webhooks } from './tables/webhooks'

/** Every list that can be exported, by the name that its toolbar uses. */
const tables: Record<string, ExportTable> = {
  audit,
  bundles,
  'coupon-codes': couponCodes,
  coupons,
  credentials,
  documents,
  disputes,
  enrolments,
  facts,
  gifts,
  guides,
  items,
  offerings,
  orders,
  payouts,
  people,
  providers,
  reviews,
  seats,
  subscriptions,
  vouchers,
  webhooks,
}

/** The export of a list, or null when there is none of that name. */
export const findExport = (name: string): ExportTable | null =>
  Object.hasOwn(tables, name) ? (tables[name] ?? null) : null
