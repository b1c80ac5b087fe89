/** What a form shows after it was submitted. Plain data: it travels from the server action. */
export type FormState = {
  status: 'idle' | 'error' | 'done'
  /** about the whole form; a sentence in the reader's language */
  message: string | null
  /** by field name; sentences */
  fieldErrors: Record<string, string>
  /** what was typed, so that nothing is lost; never passwords */
  values: Record<string, string>
}

export const idleForm: FormState = { status: 'idle', message: null, fieldErrors: {}, values: {} }

/** A form's server action, as `useActionState` wants it. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>
