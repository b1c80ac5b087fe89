import type { MyCourse, MyLearning } from '@archway/api/learning/reads/my-learning'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import { Section } from '@archway/ui/section'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { OutboxProvider } from '../outbox/outbox-provider'
import { SaveState } from '../outbox/save-state'
import { ContinueCard } from './continue-card'
import { MyCourseCard } from './course-card'
import { MyProgramCard } from './program-card'

/** Everything that somebody learns: where to go on, what is under way, what is done. */
export async function MyLearningPage({
  mine,
  userId,
  formats,
}: {
  mine: MyLearning
  userId: string
  formats: Formats
}) {
  const t = await getTranslations('learning')
  const { continueWith, inProgress, completed, programs } = mine
  const isEmpty = inProgress.length + completed.length + programs.length === 0
  return (
    <Container size="page" className="py-10 sm:py-14">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          isEmpty ? undefined : (
            <LinkButton href="/learning/access" linkComponent={Link} variant="ghost" size="sm">
              {t('access.page')}
            </LinkButton>
          )
        }
      />
      <MessagesFor namespaces={['player']}>
        <OutboxProvider userId={userId}>
          <SaveState quiet returnTo="/learning" />
        </OutboxProvider>
      </MessagesFor>
      {isEmpty ? (
        <EmptyState
          className="mt-10"
          title={t('empty.title')}
          description={t('empty.description')}
          actions={
            <>
              <LinkButton href="/catalogue" linkComponent={Link}>
                {t('empty.catalogue')}
              </LinkButton>
              <LinkButton href="/guides" linkComponent={Link} variant="secondary">
                {t('empty.guides')}
              </LinkButton>
            </>
          }
        />
      ) : (
        <div className="mt-10 grid gap-14">
          {continueWith ? (
            <ContinueCard course={continueWith} />
          ) : (
            <p className="text-muted-foreground">
              {t('continue.allDone')}{' '}
              <Link href="/catalogue" className="text-link">
                {t('empty.catalogue')}
              </Link>
            </p>
          )}
          <Courses title={t('sections.inProgress')} courses={inProgress} formats={formats} />
          {programs.length > 0 ? (
            <Section title={t('sections.programs')}>
              <div className="grid gap-5 lg:grid-cols-2">
                {programs.map((program) => (
                  <MyProgramCard key={program.enrolmentId} program={program} formats={formats} />
                ))}
              </div>
            </Section>
          ) : null}
          <Courses title={t('sections.completed')} courses={completed} formats={formats} />
        </div>
      )}
    </Container>
  )
}

function Courses({
  title,
  courses,
  formats,
}: {
  title: string
  courses: MyCourse[]
  formats: Formats
}) {
  if (courses.length === 0) return null
  return (
    <Section title={title}>
      <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {courses.map((course) => (
          <li key={course.enrolmentId} className="grid">
            <MyCourseCard course={course} formats={formats} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
