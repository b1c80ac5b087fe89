import { normaliseSearchText } from '@archway/api/catalog/schema/query'
import { getTranslations } from 'next-intl/server'
import { loadSuggestions } from '@/features/catalog/loaders'
import type { SuggestionLink } from '@/features/catalog/search/search-box'
import { suggestionHref } from '@/features/catalog/search/suggestion-href'

/** What the search line proposes for `q`, as links. An empty or overlong text has no proposals. */
export async function GET(request: Request) {
  const q = normaliseSearchText(new URL(request.url).searchParams.get('q') ?? '')
  const t = await getTranslations()
  const found = q === '' ? [] : await loadSuggestions(q)
  const links: SuggestionLink[] = found.map((one) => ({
    href: suggestionHref(one),
    label: one.label,
    detail:
      one.type === 'offering'
        ? t('catalog.search.suggestionOffering', {
            kind: one.kind ? t(`common.kind.${one.kind}`) : '',
            provider: one.detail ?? '',
          })
        : t(`catalog.search.suggestionType.${one.type}`),
  }))
  return Response.json(links, { headers: { 'Cache-Control': 'public, max-age=60' } })
}
