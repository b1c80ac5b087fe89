import { Alert } from '../alert'
import { Badge } from '../badge'
import { Button } from '../button'
import { EmptyState } from '../empty-state'
import { ErrorState } from '../error-state'
import { Icon } from '../icon'
import { LinkButton } from '../link-button'
import { ProgressBar, ProgressRing } from '../progress'
import { Skeleton, SkeletonText } from '../skeleton'
import { Specimen, SpecimenGroup } from './specimen'

/** Status, progress, and the states of a page without content. */
export function Feedback() {
  return (
    <SpecimenGroup id="feedback" title="Feedback">
      <Specimen title="Alert" className="grid gap-3">
        <Alert title="This course has a newer edition">
          You stay on the one you started. Compare them before you move.
        </Alert>
        <Alert variant="success" title="Payment received">
          Your receipt is on its way to ada@example.org.
        </Alert>
        <Alert
          variant="warning"
          title="Your certification ends in 30 days"
          action={
            <Button size="sm" variant="secondary">
              Renew
            </Button>
          }
        >
          Renew by 23 December to keep it valid.
        </Alert>
        <Alert variant="danger">The card was declined. Nothing was charged.</Alert>
      </Specimen>
      <Specimen title="Badge" className="flex flex-wrap gap-2">
        <Badge>Draft</Badge>
        <Badge variant="accent">Professional certificate</Badge>
        <Badge variant="outline">Beginner</Badge>
        <Badge variant="success">
          <Icon name="check" />
          Published
        </Badge>
        <Badge variant="warning">Review due</Badge>
        <Badge variant="danger">Disputed</Badge>
        <Badge variant="info">Scheduled</Badge>
      </Specimen>
      <Specimen title="Progress" className="grid gap-6">
        <ProgressBar
          label="Machine learning basics"
          value={62}
          valueText="8 of 13 lessons"
          showLabel
        />
        <ProgressBar label="Complete" value={100} variant="success" size="sm" />
        <ProgressBar label="Importing" value={null} />
        <div className="flex items-center gap-5">
          <ProgressRing label="Not started" value={0} />
          <ProgressRing label="Course progress" value={38}>
            38
          </ProgressRing>
          <ProgressRing label="Complete" value={100} size={56}>
            <Icon name="check" className="size-5 text-success" />
          </ProgressRing>
          <ProgressRing label="Working" value={null} />
        </div>
      </Specimen>
      <Specimen title="Skeleton" className="flex max-w-md gap-4">
        <Skeleton className="size-16 shrink-0" />
        <SkeletonText className="flex-1" />
      </Specimen>
      <Specimen title="Empty state">
        <EmptyState
          headingLevel={3}
          icon={<Icon name="search" />}
          title="No course matches all of these"
          description="Two filters rule out most of the catalogue: advanced level, and under one hour."
          actions={
            <>
              <Button variant="secondary">Clear filters</Button>
              <LinkButton href="#feedback" variant="ghost">
                Browse all
              </LinkButton>
            </>
          }
        />
      </Specimen>
      <Specimen title="Error state">
        <ErrorState
          headingLevel={3}
          title="The receipt could not be loaded"
          description="Your payment is safe. Try again in a moment; if it stays like this, tell us the reference below."
          reference="req_8f2c41"
          actions={<Button>Try again</Button>}
        />
      </Specimen>
    </SpecimenGroup>
  )
}
