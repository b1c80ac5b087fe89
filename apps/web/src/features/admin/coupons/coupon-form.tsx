'use client'

import { updateCouponInput } from '@archway/api/coupons/schema'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { DraftForm } from '../editor/draft-form'
import { TextLine } from '../editor/text-line'
import { useDraft } from '../editor/use-draft'
import { TermsFields } from './coupon-fields'
import { type AdminCoupon, inputOf, valuesOf } from './form-values'

/** The terms of a coupon. */
export function CouponForm({ coupon }: { coupon: AdminCoupon }) {
  const t = useTranslations('adminCoupons')
  const router = useRouter()
  const api = useApi()
  const update = useMutation(api.coupons.update.mutationOptions())
  const draft = useDraft(valuesOf(coupon), coupon.updatedAt)
  const { values, set, error } = draft
  const save = () => {
    const written = { ...inputOf(values), couponId: coupon.id, updatedAt: draft.version }
    if (!draft.check(updateCouponInput, written)) return
    update.mutate(written, {
      onSuccess: ({ updatedAt }) => {
        draft.markSaved(updatedAt)
        toast.success(t('saved'))
        router.refresh()
      },
    })
  }
  return (
    <DraftForm
      draft={draft}
      isSaving={update.isPending}
      error={update.error}
      saveLabel={t('save')}
      onSave={save}
    >
      <p className="text-muted-foreground text-sm">{t('termsRule')}</p>
      <TextLine
        label={t('field.name')}
        hint={t('field.nameHint')}
        error={error('name')}
        required
        value={values.name}
        onChange={(name) => set('name', name)}
      />
      <TermsFields draft={draft} />
    </DraftForm>
  )
}
