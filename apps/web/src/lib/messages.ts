import about from '../../messages/en/about.json'
import accounts from '../../messages/en/accounts.json'
import admin from '../../messages/en/admin.json'
import careers from '../../messages/en/careers.json'
import common from '../../messages/en/common.json'
import errors from '../../messages/en/errors.json'
import home from '../../messages/en/home.json'
import offeringCard from '../../messages/en/offering-card.json'
import orders from '../../messages/en/orders.json'

/** The message catalogue: one file per feature, one namespace per file. */
export const messages = {
  about,
  accounts,
  admin,
  careers,
  common,
  errors,
  home,
  offeringCard,
  orders,
}

export type Messages = typeof messages
