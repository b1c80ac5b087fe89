'use server'

import type { CheckedCredential } from '@archway/api/credentials/commands/check-credential'
import { documentIn } from '@archway/api/credentials/images/extract'
import { checkInput } from '@archway/api/credentials/schema'
import { invalid } from '@archway/api/shared/errors'
import { type FormState, idleForm } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

export type VerifyState = { form: FormState; checked: CheckedCredential | null }

/** Checks the file that was chosen, or else the text that was pasted. */
export async function verifyWhatWasSent(_: VerifyState, sent: FormData): Promise<VerifyState> {
  let checked: CheckedCredential | null = null
  const fields = new FormData()
  const file = sent.get('file')
  const hasFile = file instanceof File && file.size > 0
  const inFile = hasFile ? documentIn(new Uint8Array(await file.arrayBuffer())) : null
  const text = inFile ?? sent.get('text')
  fields.set('text', typeof text === 'string' ? text : '')
  const form = await submitForm(checkInput, fields, async (input) => {
    if (hasFile && inFile === null) throw invalid('credential-not-found', 'file')
    checked = await (await api()).credentials.check(input)
    return null
  })
  // A file is not typed: it does not come back as text.
  return { form: { ...form, values: inFile === null ? form.values : idleForm.values }, checked }
}
