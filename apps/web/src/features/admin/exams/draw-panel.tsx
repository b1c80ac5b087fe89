import { Alert } from '@archway/ui/alert'
import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { CreateFormForm } from './exam-form-forms'

type Preview = AdminOutput['exams']['adminPreviewForm']

/** Asks for a draw by the address, so that what is shown can be reloaded and sent on. */
export async function DrawPanel({ path, seed }: { path: string; seed: string }) {
  const t = await getTranslations('adminExams.forms.draw')
  return (
    <Panel title={t('title')} description={t('description')}>
      <form method="get" action={path} className="grid max-w-md gap-5">
        <Field label={t('seed')} hint={t('seedHint')} required>
          <Input name="seed" defaultValue={seed} maxLength={80} />
        </Field>
        <Button type="submit" variant="secondary" className="justify-self-start">
          {t('preview')}
        </Button>
      </form>
    </Panel>
  )
}

/** What the bank cannot give. */
async function Missing({ missing, domains }: Pick<Preview, 'missing' | 'domains'>) {
  const t = await getTranslations('adminExams.forms.draw')
  const titles = new Map(domains.map(({ domain, title }) => [domain, title]))
  return (
    <Alert variant="warning" title={t('missing')}>
      <ul>
        {missing.map(({ domain, wanted, found }) => (
          <li key={domain ?? 'pretest'}>
            {t('missingPart', {
              part: domain === null ? t('pretest') : (titles.get(domain) ?? domain),
              wanted,
              found,
            })}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** What a draw gives: the points of each domain, what it shares with other forms, and what is known of its items. */
export async function DrawnPanel({
  preview,
  offeringId,
  seed,
}: {
  preview: Preview
  offeringId: string
  seed: string
}) {
  const [t, format] = await Promise.all([getTranslations('adminExams.forms.draw'), getFormatter()])
  const { domains, overlaps, highestExposure, missing } = preview
  return (
    <Panel title={t('drawn')}>
      {missing.length > 0 ? <Missing missing={missing} domains={domains} /> : null}
      <Table label={t('drawn')}>
        <TableHeader>
          <TableRow>
            <TableHead>{t('domain')}</TableHead>
            <TableHead numeric>{t('wanted')}</TableHead>
            <TableHead numeric>{t('inBank')}</TableHead>
            <TableHead numeric>{t('onForm')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {domains.map(({ domain, title, wanted, inBank, drawn }) => (
            <TableRow key={domain}>
              <TableCell className="min-w-40">{title}</TableCell>
              <TableCell numeric>{wanted}</TableCell>
              <TableCell numeric>{inBank}</TableCell>
              <TableCell numeric>{drawn ?? t('notDrawn')}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {missing.length > 0 ? null : (
        <>
          <ul className="grid gap-1 text-muted-foreground text-sm">
            {overlaps.length === 0 ? <li>{t('noOverlap')}</li> : null}
            {overlaps.map(({ number, points, limit }) => (
              <li key={number}>{t('overlap', { number, points, limit })}</li>
            ))}
            <li>
              {highestExposure === null
                ? t('noExposure')
                : t('exposure', {
                    share: format.number(highestExposure, {
                      style: 'percent',
                      maximumFractionDigits: 0,
                    }),
                  })}
            </li>
          </ul>
          <CreateFormForm offeringId={offeringId} seed={seed} />
        </>
      )}
    </Panel>
  )
}
