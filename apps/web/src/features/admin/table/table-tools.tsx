'use client'

import { createContext, type ReactNode, use } from 'react'

const Tools = createContext<ReactNode>(null)

/** Hands the table below what stands at the leading side of its own tools. */
export const TableTools = ({ tools, children }: { tools: ReactNode; children: ReactNode }) => (
  <Tools value={tools}>{children}</Tools>
)

export const useTableTools = (): ReactNode => use(Tools)
