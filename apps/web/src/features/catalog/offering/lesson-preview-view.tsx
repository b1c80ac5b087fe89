import type { LessonPreview, OfferingPage } from '@archway/api/catalog/schema/search'
import { Breadcrumb } from '@archway/ui/breadcrumb'
import { Card } from '@archway/ui/card'
import { Container } from '@archway/ui/container'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { IntentLink } from '@/features/shell/intent-link'
import { LessonBody } from '@/features/shell/lesson-body'
import { offeringPath } from '@/lib/paths'
import { lessonTime } from './lesson-time'
import { previewPath } from './preview-path'

/** One lesson in full, for anybody, and the way back to the course it belongs to. */
export async function LessonPreviewView({
  lesson,
  outline,
}: {
  lesson: LessonPreview
  outline: OfferingPage['outline']
}) {
  const t = await getTranslations('catalog')
  const common = await getTranslations('common')
  const offering = await getTranslations('catalog.offering')
  const coursePath = offeringPath(lesson.offering)
  const others = outline
    .flatMap((module) => module.lessons)
    .filter(({ isPreview, kind, key }) => isPreview && kind !== 'quiz' && key !== lesson.key)
  const { fileKey, fileName, videoKey } = lesson
  return (
    <Container size="prose" className="pt-8 pb-16">
      <Breadcrumb
        label={t('breadcrumb')}
        linkComponent={IntentLink}
        items={[
          { label: common('nav.catalogue'), href: '/catalogue' },
          { label: lesson.offering.title, href: coursePath },
          { label: lesson.title },
        ]}
      />
      <article className="mt-8">
        <p className="font-medium text-accent text-sm">{t('preview.eyebrow')}</p>
        <h1 className="mt-2 font-display text-4xl">{lesson.title}</h1>
        <p className="mt-3 text-muted-foreground">
          {t('preview.part', {
            kind: offering(`lessonKind.${lesson.kind}`),
            time: lessonTime(lesson.minutes, offering),
            module: lesson.moduleTitle,
          })}
        </p>
        <div className="mt-8">
          <LessonBody
            title={lesson.title}
            lesson={{
              id: lesson.id,
              bodyHtml: lesson.bodyHtml,
              video:
                videoKey === null
                  ? null
                  : {
                      seconds: lesson.videoSeconds ?? 0,
                      hasCaptions: lesson.captionsKey !== null,
                      hasPoster: lesson.posterKey !== null,
                    },
              file: fileKey === null ? null : { name: fileName ?? fileKey, sizeBytes: null },
            }}
          />
        </div>
      </article>
      <Card className="mt-14 gap-5 p-6 sm:p-8">
        <div>
          <h2 className="font-display text-2xl">{t('preview.next')}</h2>
          <p className="mt-2 text-muted-foreground">{t('preview.nextDescription')}</p>
        </div>
        <LinkButton href={coursePath} linkComponent={Link} size="lg" className="self-start">
          {t('preview.toCourse')}
        </LinkButton>
        {others.length > 0 ? (
          <div className="border-border border-t pt-5">
            <h3 className="font-semibold text-sm">{t('preview.others')}</h3>
            <ul className="mt-1.5 grid">
              {others.map((other) => (
                <li key={other.key}>
                  <Link
                    href={previewPath(lesson.offering.slug, other.key)}
                    prefetch={false}
                    className="inline-block py-1 text-link pointer-coarse:py-2.5"
                  >
                    {other.title}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </Card>
    </Container>
  )
}
