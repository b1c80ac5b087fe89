'use client'

// The same words inside the dashboard's frame, so that the way to its other pages stays open.
export { default } from '../error'
