import { Icon, iconNames } from '../icon'
import { Specimen, SpecimenGroup } from './specimen'

const colours = [
  ['Background', 'bg-background', 'background'],
  ['Surface', 'bg-surface', 'surface'],
  ['Raised', 'bg-surface-raised', 'surface-raised'],
  ['Muted', 'bg-muted', 'muted'],
  ['Border', 'bg-border', 'border'],
  ['Input', 'bg-input', 'input'],
  ['Foreground', 'bg-foreground', 'foreground'],
  ['Accent', 'bg-accent', 'accent'],
  ['Accent muted', 'bg-accent-muted', 'accent-muted'],
  ['Success', 'bg-success', 'success'],
  ['Warning', 'bg-warning', 'warning'],
  ['Danger', 'bg-danger', 'danger'],
  ['Info', 'bg-info', 'info'],
] as const

const charts = [
  'bg-chart-1',
  'bg-chart-2',
  'bg-chart-3',
  'bg-chart-4',
  'bg-chart-5',
  'bg-chart-6',
] as const

const sizes = [
  ['text-5xl', 'font-display text-5xl'],
  ['text-4xl', 'font-display text-4xl'],
  ['text-3xl', 'font-display text-3xl'],
  ['text-2xl', 'font-display text-2xl'],
  ['text-xl', 'font-semibold text-xl'],
  ['text-lg', 'text-lg'],
  ['text-base', 'text-base'],
  ['text-sm', 'text-sm'],
  ['text-xs', 'text-xs'],
] as const

/** Colours, type, icons. */
export function Foundations() {
  return (
    <SpecimenGroup id="foundations" title="Foundations">
      <Specimen title="Colour" note="Meanings, not hues. Each pair is tested for contrast.">
        <ul className="grid grid-cols-2 gap-4 sm:grid-cols-4 lg:grid-cols-5">
          {colours.map(([name, className, token]) => (
            <li key={token}>
              <div className={`h-14 rounded-md border border-border ${className}`} />
              <p className="mt-1.5 font-medium text-sm">{name}</p>
              <p className="text-muted-foreground text-xs">--{token}</p>
            </li>
          ))}
        </ul>
        <div className="mt-5 flex overflow-hidden rounded-md">
          {charts.map((className) => (
            <div key={className} className={`h-8 flex-1 ${className}`} />
          ))}
        </div>
      </Specimen>
      <Specimen title="Type" note="A serif for display, Inter for everything else.">
        <ul className="grid gap-4">
          {sizes.map(([name, className]) => (
            <li key={name} className="grid items-baseline gap-x-6 sm:grid-cols-[5rem_1fr]">
              <span className="text-muted-foreground text-xs">{name}</span>
              <span className={className}>Design systems that think</span>
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen title="Icons">
        <ul className="flex flex-wrap gap-4 text-xl">
          {iconNames.map((name) => (
            <li key={name}>
              <Icon name={name} label={name} />
            </li>
          ))}
        </ul>
      </Specimen>
    </SpecimenGroup>
  )
}
