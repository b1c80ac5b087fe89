import { adminCouponsInput } from '@archway/api/coupons/schema'
import { asList } from '../editor/as-list'

/** What the address of the list of coupons can ask for. */
export const couponAddressInput = adminCouponsInput.extend({
  standing: asList(adminCouponsInput.shape.standing),
})
