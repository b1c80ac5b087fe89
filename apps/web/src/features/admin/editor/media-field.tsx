'use client'

import type { MediaDto } from '@archway/api/catalog/schema/content'
import { Button } from '@archway/ui/button'
import { FileDrop } from '@archway/ui/file-drop'
import { Icon } from '@archway/ui/icon'
import { ProgressBar } from '@archway/ui/progress'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { mediaPath } from '@/lib/paths'
import { sizeText } from './size-text'
import { uploadFile } from './upload-file'
import { useUpload } from './use-upload'

export type MediaFamily = 'image' | 'video' | 'captions' | 'document'

const accepted: Record<MediaFamily, string> = {
  image: 'image/png,image/jpeg,image/webp,image/gif,image/avif',
  video: 'video/mp4,video/webm',
  captions: '.vtt,text/vtt',
  document: '.pdf,.csv,.txt,.md',
}
const isOf = (family: MediaFamily, { contentType }: MediaDto) =>
  family === 'document'
    ? !/^(image|video)\/|^text\/vtt/.test(contentType)
    : contentType.startsWith(family === 'captions' ? 'text/vtt' : `${family}/`)

/** A file of one kind: shows the stored one, uploads another with progress, or takes it away. */
export function MediaField({
  family,
  label,
  hint,
  error,
  mediaKey,
  fileName,
  isPrivate = false,
  onChange,
}: {
  family: MediaFamily
  label: string
  hint?: string
  error?: string
  mediaKey: string | null
  /** what the stored file is called, where that is known */
  fileName?: string | null
  /** part of a lesson: it cannot be shown here, because its address checks for access */
  isPrivate?: boolean
  /** with the file itself, so that its length can be read from it; null takes the file away */
  onChange: (media: MediaDto | null, file: File | null) => void
}) {
  const t = useTranslations('adminCatalog.upload')
  const id = useId()
  const upload = useUpload<[MediaDto, File]>(
    async (file, options) => [await uploadFile(file, '', options), file],
    ([media, file]) => {
      if (isOf(family, media)) onChange(media, file)
      else upload.setError(t('wrongFamily'))
    },
  )
  const { running } = upload
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame.
    <div role="group" aria-labelledby={`${id}-label`} className="grid gap-2">
      <p id={`${id}-label`} className="font-medium text-sm">
        {label}
      </p>
      {mediaKey ? (
        <div className="flex flex-wrap items-center gap-3 rounded-lg border border-border bg-surface p-3 text-sm">
          {family === 'image' && !isPrivate ? (
            <img src={mediaPath(mediaKey)} alt="" className="h-14 w-24 rounded-sm object-cover" />
          ) : (
            <Icon name="file" className="size-5 text-muted-foreground" />
          )}
          <span className="min-w-0 flex-1 truncate">{fileName ?? mediaKey.split('/').pop()}</span>
          <Button variant="ghost" size="sm" onClick={() => onChange(null, null)}>
            {t('remove')}
          </Button>
        </div>
      ) : null}
      <FileDrop
        key={running ? 'running' : 'idle'}
        label={t('drop')}
        browseLabel={t('browse')}
        aria-label={label}
        hint={hint ?? t(family)}
        error={upload.error ?? error}
        accept={accepted[family]}
        disabled={running !== null}
        formatSize={sizeText}
        onFiles={([file]) => {
          if (file) upload.start(file)
        }}
      />
      {running ? (
        <div className="flex items-center gap-4">
          <ProgressBar
            className="flex-1"
            showLabel
            label={t('uploading', { name: running.file.name })}
            value={running.percent}
            valueText={t('progress', {
              percent: running.percent,
              size: sizeText(running.file.size),
            })}
          />
          <Button variant="secondary" size="sm" onClick={upload.cancel}>
            {t('cancel')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
