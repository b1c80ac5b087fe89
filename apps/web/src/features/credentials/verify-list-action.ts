'use server'

import type { ListedCheck } from '@archway/api/credentials/commands/check-list'
import { checkListInput, credentialListLimits } from '@archway/api/credentials/schema'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

export type VerifyListState = { form: FormState; checked: ListedCheck[] | null }

/** Checks the list in the file that was chosen, or else the one that was pasted. */
export async function verifyList(_: VerifyListState, sent: FormData): Promise<VerifyListState> {
  let checked: ListedCheck[] | null = null
  const file = sent.get('file')
  if (file instanceof File && file.size > 0) {
    // One character more than allowed is refused by what checks the text.
    const head = file.slice(0, credentialListLimits.characters * 4 + 4)
    sent.set('csv', await head.text())
  }
  sent.delete('file')
  const form = await submitForm(checkListInput, sent, async (input) => {
    checked = await (await api()).credentials.checkList(input)
    return null
  })
  return { form, checked }
}
