import { Button } from '../button'
import { Icon } from '../icon'
import { LinkButton } from '../link-button'
import { Spinner } from '../spinner'
import { Specimen, SpecimenGroup } from './specimen'

const variants = ['primary', 'secondary', 'ghost', 'danger', 'link'] as const

/** Buttons in every variant and state. */
export function Actions() {
  return (
    <SpecimenGroup id="actions" title="Actions">
      <Specimen title="Button" note="Default, disabled and loading.">
        <div className="grid justify-start gap-4">
          <div className="flex flex-wrap items-center gap-3">
            {variants.map((variant) => (
              <Button key={variant} variant={variant}>
                Enrol now
              </Button>
            ))}
          </div>
          <div className="flex flex-wrap items-center gap-3">
            {variants.map((variant) => (
              <Button key={variant} variant={variant} disabled>
                Enrol now
              </Button>
            ))}
          </div>
          <div className="flex flex-wrap items-center gap-3">
            {variants.slice(0, 4).map((variant) => (
              <Button key={variant} variant={variant} loading>
                Enrol now
              </Button>
            ))}
          </div>
        </div>
      </Specimen>
      <Specimen title="Sizes" className="flex flex-wrap items-center gap-3">
        <Button size="sm">Small</Button>
        <Button>Medium</Button>
        <Button size="lg">Large</Button>
        <Button size="icon" variant="secondary" aria-label="Search">
          <Icon name="search" />
        </Button>
        <Button size="icon-sm" variant="ghost" aria-label="More">
          <Icon name="more" />
        </Button>
      </Specimen>
      <Specimen title="With icon" className="flex flex-wrap items-center gap-3">
        <Button>
          Continue
          <Icon name="arrow-right" />
        </Button>
        <Button variant="secondary">
          <Icon name="download" />
          Export
        </Button>
      </Specimen>
      <Specimen title="Link button" className="flex flex-wrap items-center gap-3">
        <LinkButton href="#actions">Browse the catalogue</LinkButton>
        <LinkButton href="#actions" variant="secondary">
          Read the guide
        </LinkButton>
        <Button asChild variant="ghost">
          <a href="#actions">As child</a>
        </Button>
        <span>
          A{' '}
          <a href="#actions" className="text-link">
            text link
          </a>{' '}
          in a sentence.
        </span>
      </Specimen>
      <Specimen title="Spinner" className="flex items-center gap-4 text-2xl text-accent">
        <Spinner />
        <Spinner label="Loading courses" className="size-8" />
      </Specimen>
    </SpecimenGroup>
  )
}
