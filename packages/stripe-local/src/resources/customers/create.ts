import type Stripe from 'stripe'
import type { Scope } from '../../scope'
import { newId, randomText } from '../../state/ids'
import { newMetadata } from '../metadata'

interface NewCustomer {
  address?: '' | Partial<Stripe.Address> | undefined
  description?: string | undefined
  email?: string | undefined
  metadata?: '' | Record<string, string> | undefined
  name?: string | undefined
  phone?: string | undefined
}

const NO_ADDRESS: Stripe.Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
}

/** Stores a new customer and announces it. */
export function createCustomer(scope: Scope, given: NewCustomer): Stripe.Customer {
  const customer = {
    id: newId('cus'),
    object: 'customer',
    address: given.address ? { ...NO_ADDRESS, ...given.address } : null,
    balance: 0,
    created: scope.now,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: given.description || null,
    email: given.email || null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: newMetadata(given.metadata),
    name: given.name || null,
    next_invoice_sequence: 1,
    phone: given.phone || null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  } satisfies Stripe.Customer
  scope.tables.customers.put(customer)
  scope.emit('customer.created', customer)
  return customer
}
