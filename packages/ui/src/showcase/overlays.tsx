'use client'

import { useState } from 'react'
import { ConfirmDialog } from '../alert-dialog'
import { Button } from '../button'
import { CommandPalette } from '../command-palette'
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from '../dialog'
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuShortcut,
  DropdownMenuTrigger,
} from '../dropdown-menu'
import { Field } from '../field'
import { Icon } from '../icon'
import { Input } from '../input'
import { Popover, PopoverContent, PopoverTrigger } from '../popover'
import {
  Sheet,
  SheetBody,
  SheetContent,
  SheetFooter,
  SheetHeader,
  SheetTitle,
  SheetTrigger,
} from '../sheet'
import { Textarea } from '../textarea'
import { Toaster, toast } from '../toast'
import { Tooltip } from '../tooltip'
import { Specimen, SpecimenGroup } from './specimen'

/** Everything that opens over the page. */
export function Overlays() {
  const [paletteOpen, setPaletteOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [confirming, setConfirming] = useState(false)
  const [picture, setPicture] = useState(true)
  return (
    <SpecimenGroup id="overlays" title="Overlays">
      <Specimen title="Dialog and drawer" className="flex flex-wrap gap-3">
        <Dialog>
          <DialogTrigger asChild>
            <Button variant="secondary">Edit profile</Button>
          </DialogTrigger>
          <DialogContent closeLabel="Close">
            <DialogHeader>
              <DialogTitle>Edit profile</DialogTitle>
              <DialogDescription>Shown on your credentials.</DialogDescription>
            </DialogHeader>
            <DialogBody>
              <Field label="Name">
                <Input defaultValue="Ada Byron" />
              </Field>
            </DialogBody>
            <DialogFooter>
              <DialogClose asChild>
                <Button variant="secondary">Cancel</Button>
              </DialogClose>
              <Button>Save</Button>
            </DialogFooter>
          </DialogContent>
        </Dialog>
        <Sheet>
          <SheetTrigger asChild>
            <Button variant="secondary">
              <Icon name="filter" />
              Filters
            </Button>
          </SheetTrigger>
          <SheetContent closeLabel="Close" aria-describedby={undefined}>
            <SheetHeader>
              <SheetTitle>Filters</SheetTitle>
            </SheetHeader>
            <SheetBody>Level, language, price.</SheetBody>
            <SheetFooter>
              <Button>Show 48 courses</Button>
            </SheetFooter>
          </SheetContent>
        </Sheet>
        <ConfirmDialog
          open={confirming}
          onOpenChange={setConfirming}
          trigger={<Button variant="danger">Refund order</Button>}
          variant="danger"
          title="Refund order 1042?"
          description="The money goes back to the card ending 4242."
          effectsLabel="This will"
          effects={[
            'return €49.00 to Ada Byron',
            'take away access to one course',
            'leave her certificate valid',
          ]}
          confirmLabel="Refund €49.00"
          cancelLabel="Keep order"
          confirmDisabled={reason.trim() === ''}
          onConfirm={() => setConfirming(false)}
        >
          <Field label="Reason" hint="Kept in the audit log.">
            <Textarea value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          </Field>
        </ConfirmDialog>
      </Specimen>
      <Specimen title="Menu, popover, tooltip" className="flex flex-wrap gap-3">
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="secondary">
              Actions
              <Icon name="chevron-down" />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="start">
            <DropdownMenuLabel>Course</DropdownMenuLabel>
            <DropdownMenuItem>
              <Icon name="edit" />
              Edit
              <DropdownMenuShortcut>E</DropdownMenuShortcut>
            </DropdownMenuItem>
            <DropdownMenuItem disabled>
              <Icon name="copy" />
              Duplicate
            </DropdownMenuItem>
            <DropdownMenuCheckboxItem checked={picture} onCheckedChange={setPicture}>
              Show picture
            </DropdownMenuCheckboxItem>
            <DropdownMenuSeparator />
            <DropdownMenuItem variant="danger">Retire</DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
        <Popover>
          <PopoverTrigger asChild>
            <Button variant="secondary">Why this price?</Button>
          </PopoverTrigger>
          <PopoverContent aria-label="Why this price">
            The list price less the voucher, plus tax for your country.
          </PopoverContent>
        </Popover>
        <Tooltip content="Verified on 12 November 2026">
          <Button variant="ghost" size="icon" aria-label="Source">
            <Icon name="info" />
          </Button>
        </Tooltip>
      </Specimen>
      <Specimen title="Toast" className="flex flex-wrap gap-3">
        <Button
          variant="secondary"
          onClick={() => toast.success('Saved', { description: 'Visible to learners now.' })}
        >
          Success
        </Button>
        <Button variant="secondary" onClick={() => toast.error('The file could not be read.')}>
          Failure
        </Button>
        <Toaster labels={{ region: 'Messages', close: 'Dismiss' }} />
      </Specimen>
      <Specimen title="Command palette">
        <Button variant="secondary" onClick={() => setPaletteOpen(true)}>
          <Icon name="search" />
          Search or jump to
        </Button>
        <CommandPalette
          open={paletteOpen}
          onOpenChange={setPaletteOpen}
          labels={{
            title: 'Commands',
            placeholder: 'Search or jump to',
            empty: 'Nothing by that name.',
            loading: 'Searching',
          }}
          groups={[
            {
              heading: 'Go to',
              items: [
                {
                  id: 'orders',
                  label: 'Orders',
                  shortcut: ['G', 'O'],
                  icon: <Icon name="file" />,
                  onSelect: () => setPaletteOpen(false),
                },
                {
                  id: 'people',
                  label: 'People',
                  shortcut: ['G', 'P'],
                  icon: <Icon name="user" />,
                  onSelect: () => setPaletteOpen(false),
                },
              ],
            },
            {
              heading: 'Do',
              items: [
                {
                  id: 'course',
                  label: 'New course',
                  icon: <Icon name="plus" />,
                  onSelect: () => setPaletteOpen(false),
                },
              ],
            },
          ]}
        />
      </Specimen>
    </SpecimenGroup>
  )
}
