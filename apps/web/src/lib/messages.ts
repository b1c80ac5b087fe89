import accounts from '../../messages/en/accounts.json'
import common from '../../messages/en/common.json'
import errors from '../../messages/en/errors.json'
import orders from '../../messages/en/orders.json'

/** The message catalogue: one file per feature, one namespace per file. */
export const messages = { accounts, common, errors, orders }

export type Messages = typeof messages
