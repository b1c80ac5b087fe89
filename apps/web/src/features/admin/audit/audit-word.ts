import { type Words, wordOr } from '../word-or'

/** A code of the audit log in the words of `admin.audit`: an action such as `order.refund`, or a kind of thing. */
export const auditWord = (words: Words, kind: 'action' | 'entity', code: string): string =>
  wordOr(words, `${kind}.${code.replace('.', '-')}`, code)
