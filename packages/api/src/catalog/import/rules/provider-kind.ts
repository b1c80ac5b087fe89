import type { ProviderKind } from '../../schema/vocabulary'

const university =
  /universi|college|\binstitut|école|ecole|hochschule|politecnico|school of|\bKAIST\b|\bMIT\b|INSEAD|HEC\b|Caltech/i

/** What a provider known by name alone probably is; staff corrects it on its page. */
export const guessProviderKind = (name: string): ProviderKind =>
  university.test(name) ? 'university' : 'company'
