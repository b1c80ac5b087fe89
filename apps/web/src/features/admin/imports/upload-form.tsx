'use client'

import { importSource } from '@archway/api/catalog/schema/imports'
import { slugify } from '@archway/api/shared/slug'
import { Button } from '@archway/ui/button'
import { FileDrop } from '@archway/ui/file-drop'
import { ProgressBar } from '@archway/ui/progress'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { z } from 'zod'
import { sizeText } from '../editor/size-text'
import { TextLine } from '../editor/text-line'
import { sendFile } from '../editor/upload-file'
import { useUpload } from '../editor/use-upload'
import { Panel } from '../panel'

const answer = z.object({ importId: z.uuid() })

/** The name of the list that a file is from, as its name suggests it. */
const sourceOf = (fileName: string) =>
  slugify(fileName.replace(/\.[^.]+$/, ''))
    .slice(0, 40)
    .replace(/-+$/, '')

/** Sends a CSV file; what is in it is looked at before anything changes. */
export function UploadForm() {
  const t = useTranslations('adminCatalog.imports')
  const texts = useTranslations('adminCatalog.upload')
  const refusals = useTranslations('adminCatalog.refusals')
  const router = useRouter()
  const [file, setFile] = useState<File | null>(null)
  const [source, setSource] = useState('')
  const [isSourceWrong, setIsSourceWrong] = useState(false)
  const upload = useUpload(
    async (chosen, options) => {
      const query = new URLSearchParams({ source, name: chosen.name })
      return answer.parse(await sendFile(`/api/admin/imports?${query}`, chosen, options))
    },
    ({ importId }) => router.push(`/admin/imports/${importId}`),
  )
  const { running } = upload
  return (
    <Panel title={t('uploadTitle')} description={t('uploadText')}>
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          const isRight = importSource.safeParse(source).success
          setIsSourceWrong(!isRight)
          if (file && isRight) upload.start(file)
        }}
      >
        <FileDrop
          label={t('drop')}
          browseLabel={texts('browse')}
          hint={t('dropHint')}
          error={upload.error}
          accept=".csv,text/csv,.tsv,.txt"
          disabled={running !== null}
          formatSize={sizeText}
          onFiles={([chosen]) => {
            setFile(chosen ?? null)
            if (chosen && source === '') setSource(sourceOf(chosen.name))
          }}
        />
        <TextLine
          label={t('source')}
          hint={t('sourceHint')}
          error={isSourceWrong ? refusals('source-invalid') : undefined}
          required
          disabled={running !== null}
          value={source}
          onChange={setSource}
          className="max-w-md"
        />
        {running ? (
          <div className="flex items-center gap-4">
            <ProgressBar
              className="flex-1"
              showLabel
              label={texts('uploading', { name: running.file.name })}
              value={running.percent}
              valueText={texts('progress', {
                percent: running.percent,
                size: sizeText(running.file.size),
              })}
            />
            <Button variant="secondary" size="sm" onClick={upload.cancel}>
              {texts('cancel')}
            </Button>
          </div>
        ) : (
          <Button type="submit" disabled={file === null} className="justify-self-start">
            {t('upload')}
          </Button>
        )}
      </form>
    </Panel>
  )
}
