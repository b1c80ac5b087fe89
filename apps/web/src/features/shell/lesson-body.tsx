import type { LessonContent } from '@archway/api/learning/reads/lesson'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { lessonVideoSource } from './lesson-video-source'
import { WrittenHtml } from './written-html'

/**
 * What a lesson gives to read, watch and take along, without anything personal: for the player and for
 * free previews. `player` takes the place of the plain video.
 */
export async function LessonBody({
  lesson,
  title,
  player,
}: {
  lesson: Pick<LessonContent, 'id' | 'bodyHtml' | 'video' | 'file'>
  title: string
  player?: ReactNode
}) {
  const t = await getTranslations('lesson')
  const format = await getFormatter()
  const video = lesson.video ? lessonVideoSource(lesson.id, lesson.video) : null
  return (
    <div className="grid gap-8">
      {video
        ? (player ?? (
            <video
              controls
              preload="metadata"
              playsInline
              src={video.src}
              poster={video.poster}
              aria-label={t('video', { title })}
              className="aspect-video w-full rounded-lg bg-black"
            >
              <track
                kind="captions"
                src={video.captions}
                srcLang="en"
                label={t('captions')}
                default
              />
            </video>
          ))
        : null}
      {lesson.bodyHtml ? <WrittenHtml className="prose min-w-0" html={lesson.bodyHtml} /> : null}
      {lesson.file ? (
        <div className="flex flex-wrap items-center justify-between gap-4 rounded-lg border border-border bg-surface p-5">
          <span className="flex min-w-0 items-center gap-3">
            <Icon name="file" className="size-6 text-accent" />
            <span className="min-w-0">
              <span className="block truncate font-medium">{lesson.file.name}</span>
              {lesson.file.sizeBytes === null ? null : (
                <span className="block text-muted-foreground text-sm">
                  {lesson.file.sizeBytes < 1_000_000
                    ? format.number(Math.ceil(lesson.file.sizeBytes / 1000), {
                        style: 'unit',
                        unit: 'kilobyte',
                      })
                    : format.number(lesson.file.sizeBytes / 1_000_000, {
                        style: 'unit',
                        unit: 'megabyte',
                        maximumFractionDigits: 1,
                      })}
                </span>
              )}
            </span>
          </span>
          <LinkButton
            href={`/api/lessons/${lesson.id}/file`}
            download={lesson.file.name}
            variant="secondary"
            aria-label={t('download', { name: lesson.file.name })}
          >
            <Icon name="download" />
            {t('downloadShort')}
          </LinkButton>
        </div>
      ) : null}
    </div>
  )
}
