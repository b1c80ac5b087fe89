'use client'

import { Button } from '@archway/ui/button'
import type { ComboboxItem } from '@archway/ui/combobox'
import { toast } from '@archway/ui/toast'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { ChoiceLine } from './choice-line'
import { TextLine } from './text-line'
import { useErrorSentence } from './use-error-sentence'

/** Adds a skill that the list does not have yet. One that is there already is chosen instead. */
export function NewSkill({ onCreated }: { onCreated: (skill: ComboboxItem) => void }) {
  const t = useTranslations('adminCatalog.newSkill')
  const sentence = useErrorSentence()
  const api = useApi()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<'technical' | 'workplace'>('technical')
  const create = useMutation(api.catalog.createSkill.mutationOptions())
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-link">{t('title')}</summary>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <TextLine
          label={t('name')}
          className="min-w-48 flex-1"
          maxLength={80}
          value={name}
          onChange={setName}
        />
        <ChoiceLine
          label={t('kind')}
          value={kind}
          options={[
            { value: 'technical', label: t('technical') },
            { value: 'workplace', label: t('workplace') },
          ]}
          onChange={setKind}
        />
        <Button
          variant="secondary"
          loading={create.isPending}
          disabled={name.trim() === ''}
          onClick={() =>
            create.mutate(
              { name, kind },
              {
                onSuccess: (skill) => {
                  onCreated({ value: skill.id, label: skill.name })
                  setName('')
                  queries.invalidateQueries(api.catalog.lookUpSkills.pathFilter())
                },
                onError: (error) => toast.error(sentence(error)),
              },
            )
          }
        >
          {t('add')}
        </Button>
      </div>
    </details>
  )
}
