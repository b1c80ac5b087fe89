import about from '../../messages/en/about.json'
import accounts from '../../messages/en/accounts.json'
import admin from '../../messages/en/admin.json'
import adminBundles from '../../messages/en/admin-bundles.json'
import adminCatalog from '../../messages/en/admin-catalog.json'
import adminCoupons from '../../messages/en/admin-coupons.json'
import adminCredentials from '../../messages/en/admin-credentials.json'
import adminDisputes from '../../messages/en/admin-disputes.json'
import adminExams from '../../messages/en/admin-exams.json'
import adminItems from '../../messages/en/admin-items.json'
import adminMoney from '../../messages/en/admin-money.json'
import adminOperations from '../../messages/en/admin-operations.json'
import adminPayouts from '../../messages/en/admin-payouts.json'
import adminPriceRegions from '../../messages/en/admin-price-regions.json'
import adminPurchases from '../../messages/en/admin-purchases.json'
import adminSchemes from '../../messages/en/admin-schemes.json'
import adminSubscriptions from '../../messages/en/admin-subscriptions.json'
import adminTax from '../../messages/en/admin-tax.json'
import bundles from '../../messages/en/bundles.json'
import careers from '../../messages/en/careers.json'
import cart from '../../messages/en/cart.json'
import catalog from '../../messages/en/catalog.json'
import checkoutTax from '../../messages/en/checkout-tax.json'
import common from '../../messages/en/common.json'
import credentials from '../../messages/en/credentials.json'
import errors from '../../messages/en/errors.json'
import examItem from '../../messages/en/exam-item.json'
import examQuality from '../../messages/en/exam-quality.json'
import exams from '../../messages/en/exams.json'
import guests from '../../messages/en/guests.json'
import home from '../../messages/en/home.json'
import learning from '../../messages/en/learning.json'
import lesson from '../../messages/en/lesson.json'
import membership from '../../messages/en/membership.json'
import offeringCard from '../../messages/en/offering-card.json'
import orders from '../../messages/en/orders.json'
import player from '../../messages/en/player.json'
import reviews from '../../messages/en/reviews.json'
import schemes from '../../messages/en/schemes.json'
import social from '../../messages/en/social.json'
import teams from '../../messages/en/teams.json'
import wallet from '../../messages/en/wallet.json'

/** The message catalogue: one file per feature, one namespace per file. */
export const messages = {
  about,
  accounts,
  admin,
  adminBundles,
  adminCatalog,
  adminCredentials,
  adminDisputes,
  adminExams,
  adminPayouts,
  adminCoupons,
  adminItems,
  adminMoney,
  adminOperations,
  adminPriceRegions,
  adminPurchases,
  adminSchemes,
  adminSubscriptions,
  adminTax,
  bundles,
  careers,
  cart,
  catalog,
  checkoutTax,
  common,
  credentials,
  errors,
  examItem,
  exams,
  examQuality,
  guests,
  home,
  learning,
  lesson,
  membership,
  offeringCard,
  orders,
  player,
  reviews,
  schemes,
  social,
  teams,
  wallet,
}

export type Messages = typeof messages
