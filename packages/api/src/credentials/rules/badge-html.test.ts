import { expect, test } from 'vitest'
import { badgeHtml } from './badge-html'

test('the badge leads to the page of the credential, and no title breaks out of it', () => {
  const html = badgeHtml('https://archway.example', {
    id: 'credential',
    achievementId: 'achievement',
    title: 'R&D "Lead" <script>',
    issuer: 'Archway',
  })
  expect(html).toBe(`<a href="https://archway.example/credentials/credential">
  <img src="https://archway.example/api/achievements/achievement.png" alt="R&amp;D &quot;Lead&quot; &lt;script&gt;, Archway" width="200" height="200">
</a>`)
})
