import type { ReactNode } from 'react'

export type ShapeName =
  | 'provisoire'
  | 'recuperee'
  | 'validee'
  | 'qualifiee'
  | 'egal'
  | 'mineur'
  | 'majeur'
  | 'attention'
  | 'pret'
  | 'carte'
  | 'verrou'

/** Shapes that say again what a word and a colour say, for those who do not see the colour. Drawn on a 16-unit square. */
const SHAPES: Readonly<Record<ShapeName, ReactNode>> = {
  provisoire: (
    <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3 2.6" />
  ),
  recuperee: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  validee: (
    <path
      d="M3 2.5h10v11H3z M5.5 8l2 2 3.2-4"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinejoin="round"
    />
  ),
  qualifiee: (
    <path
      fillRule="evenodd"
      d="M8 .8 14.4 3v5.2c0 3.400-2.700 5.900-6.400 7.200C4.300 14.100 1.600 11.600 1.600 8.200V3zM4.300 8l2.900 2.900 4.700-5.200-1.500-1.300-3.300 3.700-1.500-1.500z"
      fill="currentColor"
    />
  ),
  egal: <path d="M3 6h10M3 10h10" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  mineur: (
    <path
      d="M8 2 14.500 13.500H1.500z"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinejoin="round"
    />
  ),
  majeur: (
    <path fillRule="evenodd" d="M5 1h6l4 4v6l-4 4H5l-4-4V5zM7 4v5h2V4zm0 6.500v2h2v-2z" fill="currentColor" />
  ),
  attention: (
    <path
      fillRule="evenodd"
      d="M8 1.500 15.500 15H.5zM7.200 6v4.500h1.600V6zm0 5.600v1.600h1.600v-1.600z"
      fill="currentColor"
    />
  ),
  pret: (
    <path
      d="m3 8.500 3.300 3.300L13 4.500"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.200"
      strokeLinecap="round"
    />
  ),
  carte: (
    <>
      <rect
        x="1"
        y="3"
        width="14"
        height="10"
        rx="1.500"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.500"
      />
      <rect x="3.200" y="6" width="4" height="3.500" rx=".5" fill="currentColor" />
    </>
  ),
  verrou: (
    <path d="M4 7V5a4 4 0 0 1 8 0v2h1v7H3V7zm2 0h4V5a2 2 0 0 0-4 0z" fillRule="evenodd" fill="currentColor" />
  ),
}

export function Shape({ name }: { readonly name: ShapeName }) {
  return (
    <svg className="forme" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  )
}
