import { getOfferingBySlug } from '@archway/api/catalog/reads/get-offering'
import { callSide, httpSide } from './sides'
import { oncePerSite, rotate, type Work } from './work'

/** Addresses of offerings that nobody has visited yet. */
const unvisited = oncePerSite(async ({ site }) => {
  const { rows } = await site.pool.query<{ slug: string; folder: string }>(
    `select slug, case kind when 'course' then 'courses' when 'program' then 'programs'
       else 'certifications' end as folder
     from offerings where status = 'published' and origin = 'external' order by md5(slug)`,
  )
  return rows
})

/** The first visit of a course page: it is read, rendered and stored. Later ones come from the cache. */
export const courseWork: Work = {
  name: 'course: first visit',
  scope: 'each',
  goal: null,
  mostClients: 16,
  mostRequests: 32,
  async prepare(context) {
    const { site } = context
    const offerings = await unvisited(context)
    let visited = 0
    const read = rotate(offerings)
    return {
      subject: httpSide('page, not cached', site.url, () => {
        const offering = offerings[visited++]
        if (!offering) throw new Error('Every offering has been visited.')
        return { path: `/${offering.folder}/${offering.slug}` }
      }),
      limit: callSide('its reads alone', async () => {
        await getOfferingBySlug(site.deps.db, read().slug)
      }),
    }
  },
}
