import type { CourseHome } from '@archway/api/learning/reads/course-home'
import { Alert } from '@archway/ui/alert'
import { Breadcrumb } from '@archway/ui/breadcrumb'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { QuietLink } from '@/features/shell/quiet-link'
import type { Formats } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { AccessReasons } from '../access/access-reasons'
import { OutboxProvider } from '../outbox/outbox-provider'
import { SaveState } from '../outbox/save-state'
import { coursePath, lessonPath } from '../paths'
import { CourseOutlineList } from './course-outline'
import { NotesOverview } from './notes-overview'
import { ProgressSummary } from './progress-summary'
import { RevisionOfferCard } from './revision-offer'

const missingShown = 5

/** A course from the inside: where one stands, the lessons, what is missing, notes, why it is open. */
export async function CourseHomePage({
  home,
  userId,
  formats,
  credential,
}: {
  home: CourseHome
  userId: string
  /** the certificate of the course, or the way to it, once it is completed */
  credential: ReactNode
  formats: Formats
}) {
  const t = await getTranslations('learning')
  const { offering, access, progress, offer } = home
  const rest = progress.missing.length - missingShown
  return (
    <MessagesFor namespaces={['player']}>
      <OutboxProvider userId={userId}>
        <Container size="page" className="py-10 sm:py-14">
          <PageHeader
            title={offering.title}
            breadcrumb={
              <Breadcrumb
                label={t('title')}
                linkComponent={QuietLink}
                items={[{ label: t('title'), href: '/learning' }, { label: offering.title }]}
              />
            }
            meta={
              <>
                <span>{t('card.by', { provider: offering.providerName })}</span>
                {home.revision ? (
                  <span>{t('course.edition', { number: home.revision.number })}</span>
                ) : null}
                <QuietLink href={`/courses/${offering.slug}`} className="text-link">
                  {t('course.publicPage')}
                </QuietLink>
              </>
            }
          />
          <div className="mt-8 grid gap-6">
            <SaveState quiet returnTo={coursePath(offering.slug)} />
            {access.hasAccess ? null : (
              <Alert
                variant="warning"
                title={t('access.closedTitle')}
                action={
                  <LinkButton
                    href={`/courses/${offering.slug}`}
                    linkComponent={QuietLink}
                    size="sm"
                    variant="secondary"
                  >
                    {t('access.buyAgain')}
                  </LinkButton>
                }
              >
                {t('access.closed')}
              </Alert>
            )}
            {home.outline.length > 0 ? <ProgressSummary home={home} formats={formats} /> : null}
            {credential}
            {offer ? (
              <RevisionOfferCard
                offer={offer}
                enrolmentId={home.enrolmentId}
                slug={offering.slug}
                isCompleted={home.completedAt !== null}
                formats={formats}
              />
            ) : null}
          </div>
          <div className="mt-12 grid gap-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <section aria-label={t('course.outline')}>
              <h2 className="mb-5 font-display text-2xl">{t('course.outline')}</h2>
              {home.outline.length > 0 ? (
                <CourseOutlineList home={home} />
              ) : (
                <EmptyState title={t('card.empty')} description={t('course.noLessons')} />
              )}
            </section>
            <div className="grid content-start gap-10">
              {progress.missing.length > 0 ? (
                <Aside title={t('course.missing')}>
                  <p className="mb-3 text-muted-foreground text-sm">{t('course.missingHint')}</p>
                  <ul className="grid gap-2 text-sm">
                    {progress.missing.slice(0, missingShown).map((lesson) => (
                      <li key={lesson.key}>
                        {access.hasAccess ? (
                          <QuietLink
                            href={lessonPath(offering.slug, lesson.key)}
                            className="text-link pointer-coarse:inline-block pointer-coarse:py-2"
                          >
                            {lesson.title}
                          </QuietLink>
                        ) : (
                          lesson.title
                        )}
                      </li>
                    ))}
                  </ul>
                  {rest > 0 ? (
                    <p className="mt-2 text-muted-foreground text-sm">
                      {t('card.more', { count: rest })}
                    </p>
                  ) : null}
                </Aside>
              ) : null}
              <Aside title={t('notes.title')}>
                <NotesOverview home={home} />
              </Aside>
              <Aside title={access.hasAccess ? t('access.title') : t('access.titleNone')}>
                <AccessReasons reasons={home.reasons} formats={formats} />
              </Aside>
            </div>
          </div>
        </Container>
      </OutboxProvider>
    </MessagesFor>
  )
}

function Aside({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-border border-t pt-5">
      <h2 className="mb-3 font-semibold">{title}</h2>
      {children}
    </section>
  )
}
