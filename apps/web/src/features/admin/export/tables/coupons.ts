import { adminCodesInput } from '@archway/api/coupons/schema'
import { toDecimalString } from '@archway/api/shared/money'
import { couponAddressInput } from '../../coupons/list-input'
import { exportTable } from '../export-table'

export const coupons = exportTable({
  action: 'coupon.read',
  schema: couponAddressInput,
  read: (api, input) => api.coupons.adminList(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    name: (row) => row.name,
    codes: (row) => row.codes.join(' '),
    code_count: (row) => row.codeCount,
    kind: (row) => row.kind,
    percent: (row) => (row.percentBps === null ? null : row.percentBps / 100),
    amounts: (row) =>
      row.amounts
        .flatMap(({ currency, amountMinor }) =>
          amountMinor === null ? [] : [`${currency} ${toDecimalString({ currency, amountMinor })}`],
        )
        .join(' '),
    scope: (row) => row.scope,
    state: (row) => row.standing,
    redeemed: (row) => row.redeemedCount,
    reserved: (row) => row.reservedCount,
    total_limit: (row) => row.totalLimit,
    owner: (row) => row.ownerProvider?.name ?? null,
    starts_at: (row) => row.startsAt,
    ends_at: (row) => row.endedAt ?? row.endsAt,
    created_at: (row) => row.createdAt,
  },
})

/** Codes for one use, of one coupon or of all, to be handed out. */
export const couponCodes = exportTable({
  action: 'coupon.read',
  schema: adminCodesInput,
  read: (api, input) => api.coupons.adminCodes(input),
  key: (row) => row.id,
  columns: {
    code: (row) => row.code,
    coupon: (row) => row.coupon.name,
    state: (row) => row.state,
    order: (row) => row.order?.number ?? null,
    created_at: (row) => row.createdAt,
  },
})
