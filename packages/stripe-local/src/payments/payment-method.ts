import type Stripe from 'stripe'
import { newId } from '../state/ids'
import type { BankAccount } from './bank-accounts'
import type { TestCard } from './cards'

/** The means of one payment as a charge records it. */
export interface PaymentDetails {
  id: string
  type: 'card' | 'us_bank_account'
  email: string
  name: string | null
  cardNumber: string | null
  bankAccount: string | null
  details: Stripe.Charge.PaymentMethodDetails
}

export interface Payer {
  email: string
  name: string
}

export const EXPIRY_MONTH = 12
export const EXPIRY_YEAR = 2034

/**
 * A card payment, with a card that is new or, by its `id`, a saved one. The expiry is a constant:
 * the page checks what was typed and forgets it.
 */
export function cardPayment(
  card: TestCard,
  payer: Payer,
  authenticated: boolean,
  id = newId('pm'),
): PaymentDetails {
  const last4 = card.number.slice(-4)
  return {
    id,
    type: 'card',
    email: payer.email,
    name: payer.name || null,
    cardNumber: card.number,
    bankAccount: null,
    details: {
      type: 'card',
      card: {
        amount_authorized: null,
        authorization_code: null,
        brand: card.brand,
        checks: {
          address_line1_check: null,
          address_postal_code_check: null,
          cvc_check:
            card.result.kind === 'declined' && card.result.code === 'incorrect_cvc'
              ? 'fail'
              : 'pass',
        },
        country: card.country,
        electronic_commerce_indicator: null,
        exp_month: EXPIRY_MONTH,
        exp_year: EXPIRY_YEAR,
        fingerprint: `local${last4}`,
        funding: 'credit',
        installments: null,
        last4,
        mandate: null,
        network: card.brand,
        network_transaction_id: null,
        regulated_status: 'unregulated',
        three_d_secure: authenticated
          ? {
              authentication_flow: 'challenge',
              electronic_commerce_indicator: '05',
              exemption_indicator: null,
              result: 'authenticated',
              result_reason: null,
              transaction_id: null,
              version: '2.2.0',
            }
          : null,
        transaction_link_id: null,
        wallet: null,
      },
    },
  }
}

/** A bank debit, which settles later. */
export function bankPayment(account: BankAccount, payer: Payer): PaymentDetails {
  return {
    id: newId('pm'),
    type: 'us_bank_account',
    email: payer.email,
    name: payer.name || null,
    cardNumber: null,
    bankAccount: account.number,
    details: {
      type: 'us_bank_account',
      us_bank_account: {
        account_holder_type: 'individual',
        account_type: 'checking',
        bank_name: 'STRIPE TEST BANK',
        fingerprint: `local${account.number.slice(-4)}`,
        last4: account.number.slice(-4),
        payment_reference: null,
        routing_number: '110000000',
      },
    },
  }
}
