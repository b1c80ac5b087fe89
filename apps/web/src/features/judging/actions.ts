'use server'

import { rateItemsInput } from '@archway/api/psychometrics/schema'
import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

/** Ratings come as one field for each item, named after its version; what is empty is not rated. */
const ratingsForm = z
  .looseObject({ panelId: z.string(), round: z.coerce.number() })
  .transform(({ panelId, round, ...fields }) => ({
    panelId,
    round,
    ratings: Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('rating-') && typeof value === 'string' && value.trim() !== ''
        ? { versionId: name.slice('rating-'.length), percent: Number(value) }
        : [],
    ),
  }))
  .pipe(rateItemsInput)

export async function saveRatings(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(ratingsForm, form, async (input) => {
    await (await api()).psychometrics.rateItems(input)
    revalidatePath(`/account/judging/${input.panelId}`)
    const t = await getTranslations('examQuality.judging')
    return t('saved', { count: input.ratings.length })
  })
}
