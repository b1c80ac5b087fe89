'use client'

import { type CognitiveLevel, cognitiveLevels } from '@archway/api/bank/schema/kinds'
import { Button } from '@archway/ui/button'
import { FileDrop } from '@archway/ui/file-drop'
import { FormMessage } from '@archway/ui/form-message'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import type { AdminOutput } from '../admin-output'
import { ChoiceLine } from '../editor/choice-line'
import { sizeText } from '../editor/size-text'
import { useErrorSentence } from '../editor/use-error-sentence'
import { Panel } from '../panel'
import { ImportReport } from './import-report'

const MAX_BYTES = 8_000_000

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 0x8000) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)))
  }
  return btoa(pieces.join(''))
}

/** A file of items: first what would become of each, then, when it is wanted, the drafts. */
export function ImportForm({ blueprints }: { blueprints: AdminOutput['bank']['blueprints'] }) {
  const t = useTranslations('adminItems.exchange')
  const levels = useTranslations('adminItems.level')
  const texts = useTranslations('adminCatalog.upload')
  const sentenceOf = useErrorSentence()
  const api = useApi()
  const preview = useMutation(api.bank.previewImport.mutationOptions())
  const run = useMutation(api.bank.import.mutationOptions())
  const [file, setFile] = useState<File | null>(null)
  const [offeringId, setOfferingId] = useState(blueprints[0]?.offeringId ?? '')
  const [level, setLevel] = useState<CognitiveLevel>('apply')
  const [chosen, setObjective] = useState('')
  const blueprint = blueprints.find((one) => one.offeringId === offeringId)
  const objectives = blueprint?.domains.flatMap((domain) => domain.objectives) ?? []
  const objective = objectives.find(({ code }) => code === chosen) ?? objectives[0]
  const isTooLarge = file !== null && file.size > MAX_BYTES
  const forget = () => {
    preview.reset()
    run.reset()
  }
  const send = async (mutation: typeof preview | typeof run) => {
    if (!file || !objective) return null
    return await mutation.mutateAsync({
      offeringId,
      fileName: file.name,
      base64: await base64Of(file),
      objective: objective.code,
      level,
    })
  }
  const fresh = preview.data?.filter(({ outcome }) => outcome === 'new').length ?? 0
  const error = preview.error ?? run.error
  return (
    <Panel title={t('importTitle')} description={t('importText')}>
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isTooLarge) send(preview).catch(() => {})
        }}
      >
        <div className="grid gap-5 sm:grid-cols-2">
          <ChoiceLine
            label={t('exam')}
            value={offeringId}
            options={blueprints.map((one) => ({ value: one.offeringId, label: one.title }))}
            onChange={(value) => {
              setOfferingId(value)
              forget()
            }}
            className="sm:col-span-2"
          />
          <ChoiceLine
            label={t('objective')}
            value={objective?.code ?? ''}
            options={objectives.map(({ code, title }) => ({
              value: code,
              label: `${code} ${title}`,
            }))}
            onChange={(value) => {
              setObjective(value)
              forget()
            }}
          />
          <ChoiceLine
            label={t('level')}
            value={level}
            options={cognitiveLevels.map((value) => ({ value, label: levels(value) }))}
            onChange={(value) => {
              setLevel(value)
              forget()
            }}
          />
        </div>
        <FileDrop
          label={t('drop')}
          browseLabel={texts('browse')}
          hint={t('dropHint')}
          error={isTooLarge ? t('tooLarge') : undefined}
          accept=".csv,.xml,.zip"
          formatSize={sizeText}
          onFiles={([first]) => {
            setFile(first ?? null)
            forget()
          }}
        />
        {error ? <FormMessage variant="danger">{sentenceOf(error)}</FormMessage> : null}
        <div className="flex flex-wrap gap-3">
          <Button
            type="submit"
            variant={preview.data ? 'secondary' : 'primary'}
            disabled={!file || isTooLarge}
            loading={preview.isPending}
          >
            {t('preview')}
          </Button>
          {preview.data && !run.data && fresh > 0 ? (
            <Button
              loading={run.isPending}
              onClick={() => {
                send(run)
                  .then((rows) => {
                    const count = rows?.filter(({ outcome }) => outcome === 'new').length ?? 0
                    toast.success(t('done', { count }))
                  })
                  .catch(() => {})
              }}
            >
              {t('run', { count: fresh })}
            </Button>
          ) : null}
        </div>
        {run.data ? (
          <FormMessage variant="success">{t('done', { count: fresh })}</FormMessage>
        ) : null}
        {preview.data ? <ImportReport rows={preview.data} /> : null}
      </form>
    </Panel>
  )
}
