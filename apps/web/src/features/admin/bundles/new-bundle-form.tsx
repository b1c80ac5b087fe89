'use client'

import { createBundleInput } from '@archway/api/bundles/schema'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { DraftForm } from '../editor/draft-form'
import { useDraft } from '../editor/use-draft'
import { BundleFields } from './bundle-fields'
import { emptyBundle, inputOf } from './form-values'

/** A new bundle, as a draft. */
export function NewBundleForm() {
  const t = useTranslations('adminBundles')
  const router = useRouter()
  const api = useApi()
  const create = useMutation(api.bundles.create.mutationOptions())
  const draft = useDraft(emptyBundle)
  const save = () => {
    const written = inputOf(draft.values)
    if (!draft.check(createBundleInput, written)) return
    create.mutate(written, {
      onSuccess: ({ bundleId }) => {
        // The page is kept for the way back: it is to be empty then.
        draft.discard()
        toast.success(t('created'))
        router.push(`/admin/bundles/${bundleId}`)
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
      className="max-w-4xl"
    >
      <BundleFields draft={draft} />
    </DraftForm>
  )
}
