'use client'

import type { EditorRevision } from '@archway/api/catalog/schema/content'
import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { Button } from '@archway/ui/button'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { TextLine } from '../../editor/text-line'
import { useErrorSentence } from '../../editor/use-error-sentence'
import type { RevisionChanges } from './revision-changes'

/** Begins a draft of the content: a copy of what learners have now, or an empty one. */
export function BeginDraft({ offeringId, isFirst }: { offeringId: string; isFirst: boolean }) {
  const t = useTranslations('adminCatalog.content')
  const sentence = useErrorSentence()
  const router = useRouter()
  const api = useApi()
  const begin = useMutation(
    api.catalog.content.beginDraft.mutationOptions({
      onSuccess: () => router.refresh(),
      onError: (error) => toast.error(sentence(error)),
    }),
  )
  return (
    <Button loading={begin.isPending} onClick={() => begin.mutate({ offeringId })}>
      {isFirst ? t('beginFirst') : t('begin')}
    </Button>
  )
}

/** What becomes of a draft: published with a note for learners, or thrown away. */
export function DraftActions({
  revision,
  changes,
  currentNumber,
  learners,
  canPublish,
}: {
  revision: EditorRevision
  changes: RevisionChanges
  /** the edition that is public; null when none is */
  currentNumber: number | null
  /** who is on an edition that is public now or was */
  learners: number
  canPublish: boolean
}) {
  const t = useTranslations('adminCatalog.content')
  const common = useTranslations('common.actions')
  const sentence = useErrorSentence()
  const router = useRouter()
  const api = useApi()
  const [asked, setAsked] = useState<'publish' | 'discard' | null>(null)
  const [note, setNote] = useState('')
  const { offeringId, revisionId, version, number } = revision
  const seen = { offeringId, revisionId, version }
  const done = (message: string) => {
    setAsked(null)
    setNote('')
    toast.success(message)
    router.refresh()
  }
  const publish = useMutation(
    api.catalog.content.publishRevision.mutationOptions({
      onSuccess: () => done(t('published', { number })),
    }),
  )
  const discard = useMutation(
    api.catalog.content.discardDraft.mutationOptions({ onSuccess: () => done(t('discarded')) }),
  )
  const effects = [
    t('effect.new', { number }),
    ...(currentNumber === null ? [] : [t('effect.learners', { count: learners })]),
    ...changes.added.map((title) => t('effect.added', { title })),
    ...changes.removed.map((title) => t('effect.removed', { title })),
    ...changes.renamed.map((names) => t('effect.renamed', names)),
    ...changes.rewritten.map((title) => t('effect.rewritten', { title })),
    ...changes.required.map(({ title, isRequired }) =>
      isRequired ? t('effect.required', { title }) : t('effect.optional', { title }),
    ),
  ]
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="secondary" onClick={() => setAsked('discard')}>
        {t('discard')}
      </Button>
      {canPublish ? <Button onClick={() => setAsked('publish')}>{t('publish')}</Button> : null}
      <ConfirmDialog
        open={asked === 'publish'}
        onOpenChange={() => setAsked(null)}
        title={t('publishTitle', { number })}
        effectsLabel={t('effects')}
        effects={effects}
        confirmLabel={t('publish')}
        cancelLabel={common('cancel')}
        confirmDisabled={note.trim() === ''}
        loading={publish.isPending}
        error={publish.error ? sentence(publish.error) : undefined}
        onConfirm={() => publish.mutate({ ...seen, changeNote: note })}
      >
        <TextLine
          isLong
          required
          label={t('note')}
          hint={t('noteHint')}
          value={note}
          onChange={(text) => setNote(text.slice(0, 1000))}
        />
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'discard'}
        onOpenChange={() => setAsked(null)}
        title={t('discardTitle')}
        effectsLabel={t('effects')}
        effects={[
          t('effect.gone', {
            count: revision.modules.reduce((sum, { lessons }) => sum + lessons.length, 0),
          }),
          t('effect.publicStays'),
        ]}
        confirmLabel={t('discard')}
        cancelLabel={common('cancel')}
        variant="danger"
        loading={discard.isPending}
        error={discard.error ? sentence(discard.error) : undefined}
        onConfirm={() => discard.mutate(seen)}
      />
    </div>
  )
}
