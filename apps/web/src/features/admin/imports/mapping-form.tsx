'use client'

import {
  columnMapping,
  type ImportField,
  type ImportPreview,
  importFields,
} from '@archway/api/catalog/schema/imports'
import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Select } from '@archway/ui/select'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { useErrorSentence } from '../editor/use-error-sentence'
import { Panel } from '../panel'

/** Which column holds what: the guess, to be changed, beside the first rows of the file. */
export function MappingForm({
  importId,
  preview,
  onSaved,
}: {
  importId: string
  preview: ImportPreview
  onSaved: () => void
}) {
  const t = useTranslations('adminCatalog.imports')
  const issues = useTranslations('adminCatalog.issues')
  const sentence = useErrorSentence()
  const api = useApi()
  const [mapping, setMapping] = useState<Partial<Record<ImportField, string>>>(preview.mapping)
  const save = useMutation(api.catalog.imports.setMapping.mutationOptions({ onSuccess: onSaved }))
  const choose = (field: ImportField, column: string) => {
    const { [field]: _, ...rest } = mapping
    setMapping(column === '' ? rest : { ...rest, [field]: column })
  }
  const isChanged = JSON.stringify(sorted(mapping)) !== JSON.stringify(sorted(preview.mapping))
  const fieldOf = new Map(Object.entries(mapping).map(([field, column]) => [column, field]))
  const missing = (field: 'title' | 'provider') =>
    mapping[field] === undefined ? issues(`${field}-column-missing`) : undefined
  return (
    <Panel title={t('columns')} description={t('columnsText')}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {importFields.map((field) => (
          <Field
            key={field}
            label={t(`field.${field}`)}
            required={field === 'title' || field === 'provider'}
            error={field === 'title' || field === 'provider' ? missing(field) : undefined}
          >
            <Select
              value={mapping[field] ?? ''}
              onChange={(event) => choose(field, event.target.value)}
            >
              <option value="">{t('noColumn')}</option>
              {preview.columns.map((column) => (
                <option key={column} value={column}>
                  {column}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <div className="rounded-lg border border-border">
        <Table label={t('sample')}>
          <TableHeader>
            <TableRow>
              {preview.columns.map((column, index) => {
                const field = fieldOf.get(column) as ImportField | undefined
                return (
                  <TableHead key={`${index} ${column}`} className="h-auto py-2">
                    {column}
                    <span className="block font-normal text-accent">
                      {field ? t(`field.${field}`) : t('leftOut')}
                    </span>
                  </TableHead>
                )
              })}
            </TableRow>
          </TableHeader>
          <TableBody>
            {preview.sample.map((cells, row) => (
              <TableRow key={row}>
                {preview.columns.map((column, index) => (
                  <TableCell key={`${index} ${column}`} className="max-w-56 truncate">
                    {cells[index]}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      {save.error ? (
        <p role="alert" className="text-danger text-sm">
          {sentence(save.error)}
        </p>
      ) : null}
      <Button
        variant="secondary"
        className="justify-self-start"
        loading={save.isPending}
        disabled={!isChanged || !columnMapping.safeParse(mapping).success}
        onClick={() => save.mutate({ importId, mapping })}
      >
        {t('lookAgain')}
      </Button>
    </Panel>
  )
}

const sorted = (mapping: Partial<Record<ImportField, string>>) =>
  importFields.map((field) => mapping[field] ?? null)
