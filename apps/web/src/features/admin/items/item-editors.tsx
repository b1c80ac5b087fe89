'use client'

import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import type { AdminOutput } from '../admin-output'
import { emptyItem, type ItemValues } from './form-values'
import { ItemForm } from './item-form'

type Blueprint = AdminOutput['bank']['blueprints'][number]

/** A new item, which becomes a draft of its author. */
export function NewItemEditor({ blueprint }: { blueprint: Blueprint }) {
  const t = useTranslations('adminItems.form')
  const router = useRouter()
  const create = useMutation(useApi().bank.create.mutationOptions())
  return (
    <ItemForm
      initial={emptyItem(blueprint.domains[0]?.objectives[0]?.code ?? '')}
      blueprint={blueprint}
      saveLabel={t('create')}
      isNew
      isSaving={create.isPending}
      error={create.error}
      onSave={(written, done) =>
        create.mutate(
          { ...written, offeringId: blueprint.offeringId },
          {
            onSuccess: ({ itemId, code }) => {
              done()
              toast.success(t('created', { code }))
              router.push(`/admin/items/${itemId}`)
            },
          },
        )
      }
    />
  )
}

/** The next version of an item, beginning with what its newest says. */
export function VersionEditor({
  itemId,
  baseVersionId,
  initial,
  blueprint,
}: {
  itemId: string
  baseVersionId: string
  initial: ItemValues
  blueprint: Blueprint
}) {
  const t = useTranslations('adminItems.form')
  const router = useRouter()
  const write = useMutation(useApi().bank.write.mutationOptions())
  return (
    <ItemForm
      initial={initial}
      blueprint={blueprint}
      saveLabel={t('save')}
      isSaving={write.isPending}
      error={write.error}
      onSave={(written, done) =>
        write.mutate(
          { ...written, itemId, baseVersionId },
          {
            onSuccess: ({ number }) => {
              done()
              toast.success(t('saved', { number }))
              router.push(`/admin/items/${itemId}`)
            },
          },
        )
      }
    />
  )
}
