import type { Failure } from './failure'

/** A test bank account and how its debit ends. */
export interface BankAccount {
  number: string
  title: string
  failure: Failure | null
}

/** The test accounts of docs.stripe.com/testing for bank debits that the page offers. */
export const BANK_ACCOUNTS: BankAccount[] = [
  { number: '000123456789', title: 'Debit goes through', failure: null },
  {
    number: '000222222227',
    title: 'Debit fails: not enough money',
    failure: {
      code: 'insufficient_funds',
      declineCode: null,
      message: 'The bank account does not hold enough money for this payment.',
    },
  },
  {
    number: '000111111113',
    title: 'Debit fails: account closed',
    failure: {
      code: 'account_closed',
      declineCode: null,
      message: 'The bank account has been closed.',
    },
  },
]

/** The account with this number, if it is one of the test accounts. */
export function findBankAccount(number: string): BankAccount | undefined {
  return BANK_ACCOUNTS.find((account) => account.number === number.replace(/\s/g, ''))
}
