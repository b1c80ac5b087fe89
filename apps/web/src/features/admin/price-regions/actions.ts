'use server'

import {
  priceRegionInput,
  regionalPriceIdInput,
  regionalPriceInput,
} from '@archway/api/catalog/schema/price-regions'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

/** Makes or changes a region and shows it. */
export async function saveRegion(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(priceRegionInput, form, async (input) => {
    const { id } = await (await api()).catalog.priceRegions.save(input)
    redirect(`/admin/price-regions/${id}`)
  })
}

/** Gives an offering a price in a region and shows the region again. */
export async function setPrice(_: FormState, form: FormData): Promise<FormState> {
  const raw = Object.fromEntries(form)
  return await submitForm(regionalPriceInput, form, async () => {
    await (await api()).catalog.priceRegions.setPrice(raw as never)
    redirect(`/admin/price-regions/${String(raw.regionId)}`)
  })
}

/** Ends a price, or takes back one that has not begun. */
export async function endPrice(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(regionalPriceIdInput, form, async (input) => {
    await (await api()).catalog.priceRegions.endPrice(input)
    redirect(`/admin/price-regions/${String(form.get('regionId'))}`)
  })
}
