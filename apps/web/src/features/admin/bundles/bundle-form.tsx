'use client'

import { updateBundleInput } from '@archway/api/bundles/schema'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { DraftForm } from '../editor/draft-form'
import { useDraft } from '../editor/use-draft'
import { BundleFields } from './bundle-fields'
import { type AdminBundle, inputOf, valuesOf } from './form-values'

/** What a bundle says, holds and costs from now on. */
export function BundleForm({ bundle }: { bundle: AdminBundle }) {
  const t = useTranslations('adminBundles')
  const router = useRouter()
  const api = useApi()
  const update = useMutation(api.bundles.update.mutationOptions())
  const draft = useDraft(valuesOf(bundle), bundle.version)
  const save = () => {
    const written = { ...inputOf(draft.values), bundleId: bundle.id, version: draft.version }
    if (!draft.check(updateBundleInput, written)) return
    update.mutate(written, {
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
      className="max-w-4xl"
    >
      <BundleFields draft={draft} />
    </DraftForm>
  )
}
