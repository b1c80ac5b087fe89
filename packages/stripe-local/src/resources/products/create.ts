import type Stripe from 'stripe'
import { resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import { newMetadata } from '../metadata'
import type { ProductData } from '../prices/schema'

/** The product, or the refusal of the parameter that names it. */
export function requireProduct(scope: Scope, id: string, param = 'id'): Stripe.Product {
  const product = scope.tables.products.get(id)
  if (!product) throw resourceMissing('product', id, param)
  return product
}

/** Stores a product. One that comes with a session's `price_data` is not active by itself. */
export function createProduct(scope: Scope, given: ProductData, active: boolean): Stripe.Product {
  const product = {
    id: newId('prod'),
    object: 'product',
    active,
    created: scope.now,
    default_price: null,
    description: given.description ?? null,
    images: given.images ?? [],
    livemode: false,
    marketing_features: [],
    metadata: newMetadata(given.metadata),
    name: given.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: given.tax_code ?? null,
    tax_details: null,
    type: 'service',
    unit_label: given.unit_label ?? null,
    updated: scope.now,
    url: null,
  } satisfies Stripe.Product
  return scope.tables.products.put(product)
}
