import accounts from '../../messages/en/accounts.json'
import common from '../../messages/en/common.json'
import errors from '../../messages/en/errors.json'

/** The message catalogue: one file per feature, one namespace per file. */
export const messages = { accounts, common, errors }

export type Messages = typeof messages
