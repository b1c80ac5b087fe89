'use client'

import { Button } from '@archway/ui/button'
import type { ComboboxItem } from '@archway/ui/combobox'
import { toast } from '@archway/ui/toast'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { TextLine } from '../../editor/text-line'
import { useErrorSentence } from '../../editor/use-error-sentence'

const empty = { name: '', title: '', bio: '' }

/** Adds somebody whom the list does not have yet. */
export function NewPerson({ onCreated }: { onCreated: (person: ComboboxItem) => void }) {
  const t = useTranslations('adminCatalog.offerings')
  const sentence = useErrorSentence()
  const api = useApi()
  const queries = useQueryClient()
  const [person, setPerson] = useState(empty)
  const save = useMutation(api.catalog.savePerson.mutationOptions())
  const line = (name: keyof typeof empty, isLong = false) => (
    <TextLine
      isLong={isLong}
      label={t(`field.person-${name}`)}
      value={person[name]}
      onChange={(text) => setPerson({ ...person, [name]: text })}
    />
  )
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-link">{t('newPerson')}</summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        {line('name')}
        {line('title')}
        <div className="sm:col-span-2">{line('bio', true)}</div>
        <Button
          variant="secondary"
          className="justify-self-start"
          loading={save.isPending}
          disabled={person.name.trim() === ''}
          onClick={() =>
            save.mutate(person, {
              onSuccess: (saved) => {
                onCreated({ value: saved.id, label: saved.name })
                setPerson(empty)
                queries.invalidateQueries(api.catalog.lookUpPeople.pathFilter())
              },
              onError: (error) => toast.error(sentence(error)),
            })
          }
        >
          {t('addNewPerson')}
        </Button>
      </div>
    </details>
  )
}
