'use client'

import { updateCouponInput } from '@archway/api/coupons/schema'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { SaveBar } from '../editor/save-bar'
import { TextLine } from '../editor/text-line'
import { useDraft } from '../editor/use-draft'
import { Panel } from '../panel'
import { LimitFields, ScopeFields, ValueFields } from './coupon-fields'
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
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      className="grid gap-5"
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
      <Panel title={t('part.value')}>
        <ValueFields draft={draft} />
      </Panel>
      <Panel title={t('part.scope')}>
        <ScopeFields draft={draft} />
      </Panel>
      <Panel title={t('part.limits')}>
        <LimitFields draft={draft} />
      </Panel>
      <SaveBar
        isDirty={draft.isDirty}
        hasErrors={draft.hasErrors}
        isSaving={update.isPending}
        error={update.error}
        saveLabel={t('save')}
        onSave={save}
        onDiscard={draft.discard}
      />
    </form>
  )
}
