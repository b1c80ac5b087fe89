'use client'

import { noteBodyMaxLength } from '@archway/api/learning/schema'
import { Button } from '@archway/ui/button'
import { Checkbox } from '@archway/ui/checkbox'
import { Field } from '@archway/ui/field'
import { FormMessage } from '@archway/ui/form-message'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { type FormEvent, useActionState, useId, useRef, useState } from 'react'
import { idleForm } from '@/lib/form-state'
import { addNote } from '../actions'
import type { Change } from '../outbox/changes'
import { useOutbox, useOutboxState } from '../outbox/outbox-provider'
import { type ShownNote, withChanges } from './note-changes'
import { NoteItem } from './note-item'
import { useDraft } from './use-draft'
import { videoSeconds } from './video-events'

const noteDraft = {
  read: (form: HTMLFormElement) => {
    const body = String(new FormData(form).get('body') ?? '')
    return body.trim() === '' ? null : body
  },
  write: (form: HTMLFormElement, body: string) => {
    const field = form.elements.namedItem('body')
    if (field instanceof HTMLTextAreaElement) field.value = body
  },
}

type Props = {
  enrolmentId: string
  lessonKey: string
  lessonHref: string
  notes: ShownNote[]
  isVideo: boolean
  /** false without access: notes stay one's own, but no new ones are taken */
  canAdd: boolean
  /** of the next note: sent twice, it is one note */
  noteId: string
}

/** One's notes for a lesson. Plain forms; with a script they also work without a connection. */
export function NotesPanel({
  enrolmentId,
  lessonKey,
  lessonHref,
  notes,
  isVideo,
  ...props
}: Props) {
  const t = useTranslations('player.notes')
  const errors = useTranslations('errors')
  const outbox = useOutbox()
  const { changes } = useOutboxState()
  const form = useRef<HTMLFormElement>(null)
  const place = { enrolmentId, lessonKey }
  const draft = useDraft(form, `archway-note:${enrolmentId}:${lessonKey}`, noteDraft)
  const [state, action, isPending] = useActionState(addNote, idleForm)
  const [done, setDone] = useState<Change[]>([])
  const [error, setError] = useState<string | null>(null)
  const withTimeId = useId()
  const shown = withChanges(notes, [...done, ...changes], place)

  function remember(change: Change) {
    setDone((known) => [...known, change])
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const body = String(data.get('body') ?? '').trim()
    if (body === '') {
      setError(errors('note-missing'))
      return
    }
    const seconds = data.get('withTime') === 'on' ? videoSeconds() : null
    const noteId = crypto.randomUUID()
    const positionSeconds = seconds === null ? null : Math.floor(seconds)
    const input = { ...place, noteId, body, positionSeconds }
    void outbox().send('addNote', input, noteId)
    remember({ id: noteId, name: 'addNote', input, attempts: 0 })
    setError(null)
    event.currentTarget.reset()
    draft.clear()
  }

  return (
    <div className="grid gap-5">
      {shown.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('none')}</p>
      ) : (
        <ul className="grid gap-3">
          {shown.map((note) => (
            <NoteItem key={note.id} note={note} lessonHref={lessonHref} onChange={remember} />
          ))}
        </ul>
      )}
      {props.canAdd ? (
        <form
          ref={form}
          action={action}
          onSubmit={submit}
          onInput={draft.save}
          className="grid gap-3"
        >
          <input type="hidden" name="enrolmentId" value={enrolmentId} />
          <input type="hidden" name="lessonKey" value={lessonKey} />
          <input type="hidden" name="noteId" value={props.noteId} />
          <input type="hidden" name="returnTo" value={lessonHref} />
          <FormMessage>{state.message}</FormMessage>
          <Field label={t('label')} error={error ?? state.fieldErrors.body}>
            <Textarea
              name="body"
              rows={3}
              maxLength={noteBodyMaxLength}
              placeholder={t('placeholder')}
              defaultValue={state.values.body}
            />
          </Field>
          {isVideo ? (
            <Checkbox id={withTimeId} name="withTime" label={t('withTime')} defaultChecked />
          ) : null}
          <Button
            type="submit"
            variant="secondary"
            size="sm"
            loading={isPending}
            className="justify-self-start"
          >
            {t('add')}
          </Button>
        </form>
      ) : null}
    </div>
  )
}
