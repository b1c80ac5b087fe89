'use client'

import { type GuideParts, updateOfferingsInput } from '@archway/api/careers/schema/parts'
import { guideOfferingSections } from '@archway/api/careers/schema/vocabulary'
import { Badge } from '@archway/ui/badge'
import type { ComboboxItem } from '@archway/ui/combobox'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ChoiceLine } from '../../editor/choice-line'
import { LookupChoice } from '../../editor/lookup-choice'
import { newRowId, RowList } from '../../editor/row-list'
import { TextLine } from '../../editor/text-line'
import { useDraft } from '../../editor/use-draft'
import { withRowId } from '../../editor/with-row-id'
import { Panel } from '../../panel'
import { groupOf, type OfferingRow, offeringGroups, withGroup } from './offering-rows'
import { PartForm } from './part-form'
import { useSaved } from './use-saved'

const noStage = 'none'
const sectionOf = { taught: 'courses', certified: 'certifications' } as const

/** What leads to the role: where each stands, which stage it serves, and why it is recommended. */
export function OfferingsForm({ guide }: { guide: GuideParts }) {
  const t = useTranslations('adminCatalog.guides')
  const api = useApi()
  const update = useMutation(api.careers.updateOfferings.mutationOptions())
  const draft = useDraft<{ offerings: OfferingRow[]; changeNote: string }, number>(
    {
      offerings: guide.offerings.map((row, place) => ({
        ...withRowId(row, place),
        isHidden: row.status !== 'published' && row.status !== 'retired',
      })),
      changeNote: '',
    },
    guide.version,
  )
  const { values, set, error, hasErrorIn } = draft
  const onSuccess = useSaved(draft)
  const stageOptions = [
    { value: noStage, label: t('noStage') },
    ...guide.stages.map((stage, index) => ({
      value: String(index),
      label: t('stageTitle', { number: index + 1, title: stage.title }),
    })),
  ]
  const add = (section: OfferingRow['section'], item: ComboboxItem | null) => {
    if (!item) return
    const isThere = values.offerings.some(
      (row) => row.offeringId === item.value && groupOf(row) === groupOf({ section }),
    )
    if (isThere) {
      toast.info(t('thereAlready', { name: item.label }))
      return
    }
    const row: OfferingRow = {
      id: newRowId(),
      offeringId: item.value,
      title: item.label,
      provider: typeof item.hint === 'string' ? item.hint : '',
      isHidden: false,
      section,
      stage: null,
      why: '',
    }
    set('offerings', [...values.offerings, row])
  }
  const save = () => {
    const input = draft.check(updateOfferingsInput, {
      slug: guide.slug,
      version: draft.version,
      ...values,
    })
    if (input) update.mutate(input, { onSuccess })
  }
  return (
    <PartForm draft={draft} update={update} onSave={save}>
      {offeringGroups.map((group) => {
        const rows = values.offerings.filter((row) => groupOf(row) === group)
        const place = (row: OfferingRow) => values.offerings.indexOf(row)
        const wrong = (row: OfferingRow, field: string) => error(`offerings.${place(row)}.${field}`)
        return (
          <Panel key={group} title={t(`offeringGroup.${group}`)}>
            <RowList
              items={rows}
              onChange={(changed) => set('offerings', withGroup(values.offerings, group, changed))}
              nameOf={(row) => row.title}
              summaryOf={(row) => (
                <span className="grid gap-0.5">
                  <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                    <span className="font-medium">{row.title}</span>
                    <span className="text-muted-foreground">{row.provider}</span>
                    {row.isHidden ? <Badge variant="outline">{t('notPublic')}</Badge> : null}
                  </span>
                  <span className="text-muted-foreground text-xs">
                    {row.stage === null
                      ? t('noStage')
                      : t('stageTitle', {
                          number: row.stage + 1,
                          title: guide.stages[row.stage]?.title ?? '',
                        })}
                  </span>
                </span>
              )}
              isWrong={(index) => {
                const row = rows[index]
                return row !== undefined && hasErrorIn(`offerings.${place(row)}`)
              }}
              emptyText={t('noOfferings')}
            >
              {(row, change) => (
                <div className="grid gap-4 sm:grid-cols-2">
                  <ChoiceLine
                    label={t('field.offeringSection')}
                    error={wrong(row, 'section')}
                    value={row.section}
                    options={guideOfferingSections.map((value) => ({
                      value,
                      label: t(`offeringSection.${value}`),
                    }))}
                    onChange={(section) => change({ section })}
                  />
                  <ChoiceLine
                    label={t('field.offeringStage')}
                    error={wrong(row, 'stage')}
                    value={row.stage === null ? noStage : String(row.stage)}
                    options={stageOptions}
                    onChange={(stage) =>
                      change({ stage: stage === noStage ? null : Number(stage) })
                    }
                  />
                  <TextLine
                    label={t('field.why')}
                    hint={t('field.whyHint')}
                    error={wrong(row, 'why')}
                    required
                    className="sm:col-span-2"
                    value={row.why}
                    onChange={(why) => change({ why })}
                  />
                  <Link
                    href={`/admin/offerings/${row.offeringId}`}
                    target="_blank"
                    className="text-sm sm:col-span-2"
                  >
                    {t('openOffering')}
                  </Link>
                </div>
              )}
            </RowList>
            <LookupChoice
              of="offerings"
              label={t(`addOffering.${group}`)}
              selected={null}
              onChange={(item) => add(sectionOf[group], item)}
            />
          </Panel>
        )
      })}
    </PartForm>
  )
}
