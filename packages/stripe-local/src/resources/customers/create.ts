import type Stripe from 'stripe'
import { resourceMissing } from '../../http/api-error'
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

/** The test clock of a customer; null for one that lives by the server's own clock. */
export function testClockOf(customer: Stripe.Customer | undefined): string | null {
  return typeof customer?.test_clock === 'string' ? customer.test_clock : null
}

const NO_ADDRESS: Stripe.Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
}

/** The customer, or the refusal of the parameter that names it. */
export function requireCustomer(scope: Scope, id: string, param = 'id'): Stripe.Customer {
  const customer = scope.tables.customers.get(id)
  if (!customer) throw resourceMissing('customer', id, param)
  return customer
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
    test_clock: scope.clock,
  } satisfies Stripe.Customer
  scope.tables.customers.put(customer)
  scope.emit('customer.created', customer)
  return customer
}
