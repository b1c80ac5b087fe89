import { Actions } from './actions'
import { Charts } from './charts'
import { Content } from './content'
import { Feedback } from './feedback'
import { Forms } from './forms'
import { Foundations } from './foundations'
import { Navigation } from './navigation'
import { Overlays } from './overlays'
import { Pickers } from './pickers'
import { Tables } from './tables'

const parts = [
  ['foundations', 'Foundations'],
  ['actions', 'Actions'],
  ['forms', 'Forms'],
  ['pickers', 'Pickers'],
  ['feedback', 'Feedback'],
  ['navigation', 'Navigation'],
  ['overlays', 'Overlays'],
  ['content', 'Content'],
  ['tables', 'Tables'],
  ['charts', 'Charts'],
] as const

/** Every component in every state. Hover and focus are shown by hovering and tabbing. */
export function Showcase() {
  return (
    <div className="grid gap-14">
      <nav aria-label="Parts of the design system">
        <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
          {parts.map(([id, label]) => (
            <li key={id}>
              <a href={`#${id}`} className="text-link">
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Foundations />
      <Actions />
      <Forms />
      <Pickers />
      <Feedback />
      <Navigation />
      <Overlays />
      <Content />
      <Tables />
      <Charts />
    </div>
  )
}
