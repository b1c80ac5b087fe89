'use client'

import { createMembershipInput, updateMembershipInput } from '@archway/api/subscriptions/schema'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { DraftForm } from '../editor/draft-form'
import { LookupChoice } from '../editor/lookup-choice'
import { useDraft } from '../editor/use-draft'
import { PlanFields } from './plan-fields'
import { type AdminMembership, emptyPlans, inputOf, valuesOf } from './plan-values'

/** What the membership says and costs for those who begin from now on. */
export function PlanForm({ membership }: { membership: AdminMembership }) {
  const t = useTranslations('adminSubscriptions.plans')
  const router = useRouter()
  const update = useMutation(useApi().subscriptions.updateMembership.mutationOptions())
  const draft = useDraft(valuesOf(membership), membership.version)
  const save = () => {
    const written = { ...inputOf(draft.values), offeringId: membership.id, version: draft.version }
    const input = draft.check(updateMembershipInput, written)
    if (!input) return
    update.mutate(input, {
      onSuccess: ({ version }) => {
        draft.markSaved(version)
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
      <PlanFields draft={draft} />
    </DraftForm>
  )
}

/** The first membership of this place, as a draft that is not on sale yet. */
export function NewPlanForm() {
  const t = useTranslations('adminSubscriptions.plans')
  const router = useRouter()
  const create = useMutation(useApi().subscriptions.createMembership.mutationOptions())
  const draft = useDraft(emptyPlans)
  const save = () => {
    const { provider } = draft.values
    const written = { ...inputOf(draft.values), providerId: provider?.value ?? '' }
    const input = draft.check(createMembershipInput, written)
    if (!input) return
    create.mutate(input, {
      onSuccess: () => {
        draft.discard()
        toast.success(t('created'))
        router.refresh()
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
    >
      <LookupChoice
        of="providers"
        label={t('provider')}
        hint={t('providerHint')}
        error={draft.error('providerId')}
        required
        selected={draft.values.provider}
        onChange={(provider) => draft.set('provider', provider)}
      />
      <PlanFields draft={draft} />
    </DraftForm>
  )
}
