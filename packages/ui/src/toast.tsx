'use client'

import { Toaster as Sonner, toast } from 'sonner'
import { Icon } from './icon'
import { Spinner } from './spinner'

export { toast }

export type ToasterProps = {
  labels: { region: string; close: string }
  /** How long a message stays, in milliseconds. */
  durationMs?: number
}

/** Where messages about finished actions appear. Mount once; call `toast.success(…)` and kin. */
export function Toaster({ labels, durationMs = 6000 }: ToasterProps) {
  return (
    <Sonner
      position="bottom-right"
      // Above a bar of buttons that sticks to the foot of the page, such as that of a form.
      offset={{ bottom: '5.5rem' }}
      mobileOffset={{ bottom: '5.5rem' }}
      duration={durationMs}
      containerAriaLabel={labels.region}
      closeButton
      icons={{
        success: <Icon name="success" className="size-5 text-success" />,
        info: <Icon name="info" className="size-5 text-info" />,
        warning: <Icon name="warning" className="size-5 text-warning" />,
        error: <Icon name="danger" className="size-5 text-danger" />,
        loading: <Spinner className="size-4.5" />,
        close: <Icon name="x" className="size-4" />,
      }}
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: labels.close,
        classNames: {
          toast:
            'flex w-(--width) items-start gap-3 rounded-lg border border-border bg-surface-raised p-4 pe-12 font-sans text-foreground text-sm shadow-lg',
          icon: 'mt-px flex shrink-0',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'mt-0.5 text-muted-foreground',
          closeButton:
            'absolute end-2.5 top-2.5 grid size-8 place-items-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground',
          actionButton:
            'shrink-0 rounded-md border border-border-strong px-2.5 py-1 font-medium hover:bg-muted',
          cancelButton: 'shrink-0 rounded-md px-2.5 py-1 text-muted-foreground hover:bg-muted',
        },
      }}
    />
  )
}
