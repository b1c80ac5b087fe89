'use server'

import {
  priceRegionInput,
  regionalPriceIdInput,
  regionalPriceInput,
} from '@archway/api/catalog/schema/price-regions'
import { redirect } from 'next/navigation'
import { z } from 'zod'
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

/** Gives an offering or a bundle a price in a region and shows the region again. */
export async function setPrice(_: FormState, form: FormData): Promise<FormState> {
  const text = (name: string) => String(form.get(name) ?? '')
  return await submitForm(regionalPriceInput, form, async ({ regionId, sold, slug, currency }) => {
    await (await api()).catalog.priceRegions.setPrice({
      regionId,
      sold,
      slug,
      currency,
      amount: text('amount'),
      validFrom: text('validFrom'),
      validTo: text('validTo'),
    })
    redirect(`/admin/price-regions/${regionId}`)
  })
}

const endForm = regionalPriceIdInput.extend({ regionId: z.uuid() })

/** Ends a price, or takes back one that has not begun. */
export async function endPrice(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(endForm, form, async ({ id, regionId }) => {
    await (await api()).catalog.priceRegions.endPrice({ id })
    redirect(`/admin/price-regions/${regionId}`)
  })
}
