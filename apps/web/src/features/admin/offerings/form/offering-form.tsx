'use client'

import type { AdminOffering } from '@archway/api/catalog/reads/admin-get'
import { updateOfferingInput } from '@archway/api/catalog/schema/editing'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useApi } from '@/lib/trpc-client'
import { RichTextField } from '../../editor/rich-text-field'
import { SaveBar } from '../../editor/save-bar'
import { useDraft } from '../../editor/use-draft'
import { Panel } from '../../panel'
import { BasicsPart } from './basics-part'
import { changesOf } from './changes-of'
import { CoursesPart } from './courses-part'
import { DurationPart, OutcomesPart, PeoplePart, TopicsPart } from './learning-parts'
import { PricesPart } from './prices-part'
import { FactsPart, FaqsPart, LinksPart } from './record-parts'
import { valuesOf } from './values'

type PartKey =
  | 'basics'
  | 'description'
  | 'outcomes'
  | 'courses'
  | 'topics'
  | 'duration'
  | 'prices'
  | 'people'
  | 'faqs'
  | 'facts'
  | 'links'

/**
 * Everything about an offering but its lessons, in one form. A save sends only what was changed, on top
 * of the version that was opened.
 */
export function OfferingForm({ offering }: { offering: AdminOffering }) {
  const t = useTranslations('adminCatalog.offerings')
  const router = useRouter()
  const api = useApi()
  const update = useMutation(api.catalog.update.mutationOptions())
  const draft = useDraft(valuesOf(offering), offering.version)
  const save = () => {
    const changes = draft.check(
      updateOfferingInput.shape.changes,
      changesOf(draft.values, draft.changed),
    )
    if (!changes) return
    update.mutate(
      { offeringId: offering.id, version: draft.version, changes },
      {
        onSuccess: ({ version }) => {
          draft.markSaved(version)
          toast.success(t('saved'))
          router.refresh()
        },
      },
    )
  }
  const parts: Record<PartKey, ReactNode> = {
    basics: <BasicsPart draft={draft} />,
    description: (
      <RichTextField
        label={t('field.description')}
        error={draft.error('descriptionHtml')}
        value={draft.values.descriptionHtml}
        onChange={(html) => draft.set('descriptionHtml', html)}
        hasImages
      />
    ),
    outcomes: <OutcomesPart draft={draft} />,
    courses: offering.kind === 'program' ? <CoursesPart draft={draft} /> : null,
    topics: <TopicsPart draft={draft} />,
    duration: <DurationPart draft={draft} />,
    prices: <PricesPart draft={draft} history={offering.prices} />,
    people: <PeoplePart draft={draft} />,
    faqs: <FaqsPart draft={draft} />,
    facts: <FactsPart draft={draft} />,
    links: <LinksPart draft={draft} />,
  }
  const shown = (Object.keys(parts) as PartKey[]).filter((key) => parts[key] !== null)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="grid gap-8 pb-6 xl:grid-cols-[11rem_minmax(0,56rem)]">
        <nav aria-label={t('parts')} className="max-xl:hidden">
          <ul className="sticky top-6 grid gap-0.5 text-sm">
            {shown.map((key) => (
              <li key={key}>
                <a
                  href={`#part-${key}`}
                  className="block rounded-md px-3 py-1.5 text-muted-foreground no-underline hover:bg-muted hover:text-foreground"
                >
                  {t(`part.${key}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid min-w-0 gap-5">
          {shown.map((key) => (
            <div key={key} id={`part-${key}`} className="scroll-mt-6">
              <Panel title={t(`part.${key}`)}>{parts[key]}</Panel>
            </div>
          ))}
        </div>
      </div>
      <SaveBar
        isDirty={draft.isDirty}
        hasErrors={draft.hasErrors}
        isSaving={update.isPending}
        error={update.error}
        saveLabel={t('save')}
        onSave={save}
        onDiscard={draft.discard}
      />
    </form>
  )
}
