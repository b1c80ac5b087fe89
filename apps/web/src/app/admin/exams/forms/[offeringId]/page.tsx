import { drawFormInput, examOfferingInput } from '@archway/api/exams/schema/forms'
import { Alert } from '@archway/ui/alert'
import { EmptyState } from '@archway/ui/empty-state'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { ApproveDraft } from '@/features/admin/exams/approve-draft'
import { DrawnPanel, DrawPanel } from '@/features/admin/exams/draw-panel'
import { drawnForm } from '@/features/admin/exams/drawn-form'
import { FormTable } from '@/features/admin/exams/form-table'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminExams.forms'))('title') }
}

type Props = {
  params: Promise<{ offeringId: string }>
  searchParams: Promise<{ seed?: string | string[] }>
}

/** The forms of one exam: drawn, approved with their cut scores, and taken out of use. */
export default async function ExamFormsPage({ params, searchParams }: Props) {
  const [given, { seed }] = await Promise.all([params, searchParams])
  const path = `/admin/exams/forms/${given.offeringId}`
  const member = await requireStaff('exam.form', path)
  const input = examOfferingInput.safeParse(given)
  if (!input.success) notFound()
  const { exams } = await api()
  const exam = (await exams.adminExams()).find(({ id }) => id === input.data.offeringId)
  if (!exam) notFound()
  const asked = drawFormInput.safeParse({ offeringId: exam.id, seed })
  const [forms, draw, t, errors] = await Promise.all([
    exams.adminForms({ offeringId: exam.id }),
    asked.success ? drawnForm(asked.data) : null,
    getTranslations('adminExams.forms'),
    getTranslations('errors'),
  ])
  const formats = formatsFor(member)
  return (
    <MessagesFor namespaces={['adminExams']}>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/exams/forms', label: t('title') }]}
            current={exam.title}
          />
        }
        title={exam.title}
        description={t('description')}
        className="mb-6"
      />
      <div className="grid gap-5">
        {forms.length === 0 ? (
          <EmptyState title={t('none')} />
        ) : (
          <Panel title={t('list')}>
            <FormTable forms={forms} />
          </Panel>
        )}
        {forms
          .filter(({ state }) => state === 'draft')
          .map((form) => (
            <ApproveDraft
              key={form.id}
              form={form}
              isOwn={form.createdById === member.userId}
              formats={formats}
            />
          ))}
        <DrawPanel
          path={path}
          seed={asked.success ? asked.data.seed : `form-${forms.length + 1}`}
        />
        {asked.success && draw?.preview ? (
          <DrawnPanel preview={draw.preview} offeringId={exam.id} seed={asked.data.seed} />
        ) : null}
        {draw?.refusal ? <Alert variant="warning">{errors(draw.refusal)}</Alert> : null}
      </div>
    </MessagesFor>
  )
}
