import { Alert } from '@archway/ui/alert'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { ApproveFormForm } from './exam-form-forms'

type Form = AdminOutput['exams']['adminForms'][number]

/** A draft with the cut score that its panel signed, to be approved by somebody who did not draw it. */
export async function ApproveDraft({
  form,
  isOwn,
  formats,
}: {
  form: Form
  /** the reader drew it */
  isOwn: boolean
  formats: Formats
}) {
  const [t, errors] = await Promise.all([
    getTranslations('adminExams.forms.approve'),
    getTranslations('errors'),
  ])
  const { panel } = form
  return (
    <Panel
      title={t('title', { number: form.number })}
      description={t('description', { name: form.createdBy })}
      action={
        <LinkButton
          href={panel ? `/admin/exams/panels/${panel.id}` : '/admin/exams/panels/new'}
          linkComponent={Link}
          variant="secondary"
          size="sm"
        >
          {t(panel ? 'seePanel' : 'callPanel')}
        </LinkButton>
      }
    >
      <p className="text-muted-foreground text-sm">
        {panel ? t('fromPanel', { date: formats.date(panel.signedOffAt) }) : t('noPanel')}
      </p>
      {isOwn ? (
        <Alert variant="info">{errors('form-own')}</Alert>
      ) : (
        <div className="max-w-2xl">
          <ApproveFormForm
            formId={form.id}
            maxRaw={form.maxRaw}
            cutRaw={form.cutRaw === null ? '' : String(form.cutRaw)}
            cutBasis={form.cutBasis}
          />
        </div>
      )}
    </Panel>
  )
}
