'use client'

import { noteBodyMaxLength } from '@archway/api/learning/schema'
import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { FormMessage } from '@archway/ui/form-message'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { type FormEvent, useActionState, useRef } from 'react'
import { idleForm } from '@/lib/form-state'
import { deleteNote, updateNote } from '../actions'
import { clockTime } from '../clock-time'
import type { Change } from '../outbox/changes'
import { useOutbox } from '../outbox/outbox-provider'
import type { ShownNote } from './note-changes'
import { seekVideo } from './video-events'

/** A note with its edit form folded away behind it. */
export function NoteItem({
  note,
  lessonHref,
  onChange,
}: {
  note: ShownNote
  lessonHref: string
  onChange: (change: Change) => void
}) {
  const t = useTranslations('player.notes')
  const outbox = useOutbox()
  const fold = useRef<HTMLDetailsElement>(null)
  const [state, action, isPending] = useActionState(updateNote, idleForm)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const noteId = note.id
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const id = crypto.randomUUID()
    if (submitter?.dataset.purpose === 'delete') {
      void outbox().send('deleteNote', { noteId }, id)
      onChange({ id, name: 'deleteNote', input: { noteId }, attempts: 0 })
      return
    }
    const body = String(new FormData(event.currentTarget).get('body') ?? '').trim()
    if (body === '') return
    void outbox().send('updateNote', { noteId, body }, id)
    onChange({ id, name: 'updateNote', input: { noteId, body }, attempts: 0 })
    if (fold.current) fold.current.open = false
  }

  return (
    <li className="rounded-md border border-border bg-surface p-3.5 text-sm">
      <p className="whitespace-pre-wrap break-words">{note.body}</p>
      {note.positionSeconds === null ? null : (
        <button
          type="button"
          className="text-link mt-1.5 tabular-nums"
          onClick={() => seekVideo(note.positionSeconds ?? 0)}
        >
          {t('goTo', { time: clockTime(note.positionSeconds) })}
        </button>
      )}
      <details ref={fold} className="mt-2">
        <summary className="inline-block rounded-xs text-muted-foreground underline-offset-4 hover:text-foreground hover:underline pointer-coarse:py-2.5">
          {t('edit')}
        </summary>
        <form action={action} onSubmit={submit} className="mt-2 grid gap-2">
          <input type="hidden" name="noteId" value={note.id} />
          <input type="hidden" name="returnTo" value={lessonHref} />
          <FormMessage>{state.message}</FormMessage>
          <Field label={t('editLabel')} hideLabel error={state.fieldErrors.body}>
            <Textarea
              key={note.body}
              name="body"
              rows={3}
              required
              maxLength={noteBodyMaxLength}
              defaultValue={note.body}
            />
          </Field>
          <div className="flex gap-2">
            <Button type="submit" size="sm" variant="secondary" loading={isPending}>
              {t('save')}
            </Button>
            <Button
              type="submit"
              size="sm"
              variant="ghost"
              data-purpose="delete"
              formAction={deleteNote}
              formNoValidate
            >
              {t('delete')}
            </Button>
          </div>
        </form>
      </details>
    </li>
  )
}
