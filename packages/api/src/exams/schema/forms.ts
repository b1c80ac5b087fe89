import { z } from 'zod'

export const examOfferingInput = z.object({ offeringId: z.uuid() })
export const formInput = z.object({ formId: z.uuid() })

/** `seed`: what the draw begins with, so that what was previewed is what is kept. */
export const drawFormInput = examOfferingInput.extend({
  seed: z.string().trim().min(1).max(80),
  language: z.string().min(2).max(12).default('en'),
})
export type DrawFormInput = z.infer<typeof drawFormInput>

export const approveFormInput = formInput.extend({
  /** points from which the form is passed, to the thousandth */
  cutRaw: z.coerce
    .number()
    .positive({ error: 'form-cut-missing' })
    .max(9999)
    .multipleOf(0.001, { error: 'form-cut-missing' }),
  /** how the cut score was found */
  cutBasis: z.string().trim().min(10, { error: 'form-basis-short' }).max(2000),
})
export type ApproveFormInput = z.infer<typeof approveFormInput>
