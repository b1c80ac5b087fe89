'use client'

import { useTranslations } from 'next-intl'
import { MediaField } from '../../editor/media-field'
import { TextLine } from '../../editor/text-line'
import type { DraftFields } from '../../editor/use-draft'
import { Panel } from '../../panel'
import type { LessonValues } from './lesson-values'
import { videoSeconds } from './video-seconds'

/** The video of a lesson with captions and poster, or the file that it hands out. */
export function LessonFiles({
  kind,
  draft: { values, set, error },
}: {
  kind: 'video' | 'file'
  draft: DraftFields<LessonValues>
}) {
  const t = useTranslations('adminCatalog.content')
  if (kind === 'file') {
    return (
      <Panel title={t('file')}>
        <MediaField
          family="document"
          label={t('file')}
          error={error('fileKey')}
          mediaKey={values.fileKey}
          fileName={values.fileName}
          onChange={(media) => {
            set('fileKey', media?.key ?? null)
            set('fileName', media?.fileName ?? null)
          }}
        />
        {values.fileKey ? (
          <TextLine
            label={t('field.fileName')}
            error={error('fileName')}
            value={values.fileName ?? ''}
            onChange={(name) => set('fileName', name)}
          />
        ) : null}
      </Panel>
    )
  }
  return (
    <Panel title={t('video')}>
      <MediaField
        family="video"
        label={t('video')}
        error={error('videoKey')}
        mediaKey={values.videoKey}
        onChange={async (media, file) => {
          set('videoKey', media?.key ?? null)
          const seconds = file ? await videoSeconds(file) : null
          set('videoSeconds', seconds === null ? '' : String(seconds))
        }}
      />
      <TextLine
        label={t('field.videoSeconds')}
        hint={t('videoSecondsHint')}
        inputMode="numeric"
        className="max-w-56"
        error={error('videoSeconds')}
        value={values.videoSeconds}
        onChange={(seconds) => set('videoSeconds', seconds)}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <MediaField
          family="captions"
          label={t('captions')}
          error={error('captionsKey')}
          mediaKey={values.captionsKey}
          onChange={(media) => set('captionsKey', media?.key ?? null)}
        />
        <MediaField
          family="image"
          isPrivate
          label={t('poster')}
          error={error('posterKey')}
          mediaKey={values.posterKey}
          onChange={(media) => set('posterKey', media?.key ?? null)}
        />
      </div>
    </Panel>
  )
}
