'use client'

import { createCouponInput } from '@archway/api/coupons/schema'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { DraftForm } from '../editor/draft-form'
import { TextLine } from '../editor/text-line'
import { useDraft } from '../editor/use-draft'
import { TermsFields } from './coupon-fields'
import { emptyCoupon, inputOf } from './form-values'

/** A new coupon with its first code. */
export function NewCouponForm() {
  const t = useTranslations('adminCoupons')
  const router = useRouter()
  const api = useApi()
  const create = useMutation(api.coupons.create.mutationOptions())
  const draft = useDraft(emptyCoupon)
  const { values, set, error } = draft
  const save = () => {
    const written = { ...inputOf(values), code: values.code }
    if (!draft.check(createCouponInput, written)) return
    create.mutate(written, {
      onSuccess: ({ couponId }) => {
        // The page is kept for the way back: it is to be empty then.
        draft.discard()
        toast.success(t('created'))
        router.push(`/admin/coupons/${couponId}`)
      },
    })
  }
  return (
    <DraftForm
      draft={draft}
      isSaving={create.isPending}
      error={create.error}
      saveLabel={t('create')}
      isNew
      onSave={save}
      className="max-w-3xl"
    >
      <TextLine
        label={t('field.name')}
        hint={t('field.nameHint')}
        error={error('name')}
        required
        value={values.name}
        onChange={(name) => set('name', name)}
      />
      <TextLine
        label={t('field.code')}
        hint={t('field.codeHint')}
        error={error('code')}
        required
        maxLength={40}
        value={values.code}
        onChange={(code) => set('code', code.toUpperCase())}
      />
      <TermsFields draft={draft} />
    </DraftForm>
  )
}
