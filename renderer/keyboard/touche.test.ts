import { describe, expect, it } from 'vitest'
import { GESTES, gesteDe } from '../workflow/geste.ts'
import { toucheOf } from './touche.ts'

const frappe = (key: string, modifiers: Partial<Parameters<typeof toucheOf>[0]> = {}): string | null =>
  toucheOf({ key, shiftKey: false, ctrlKey: false, altKey: false, ...modifiers })

describe('Touches du guichet', () => {
  it('aucune touche ne sert deux fois, aucune n’est une lettre seule (WCAG 2.1.4)', () => {
    const touches = GESTES.map(([touche]) => touche)
    expect(new Set(touches).size).toBe(touches.length)
    expect(touches.filter((touche) => /^[^+]$/.test(touche))).toEqual([])
  })

  it('une frappe se lit comme elle est écrite sur le bouton', () => {
    expect([
      frappe('F4'),
      frappe('F6', { shiftKey: true }),
      frappe('F1', { ctrlKey: true }),
      frappe('Escape'),
    ]).toEqual(['F4', 'Maj+F6', 'Ctrl+F1', 'Échap'])
  })

  it('une lettre, F11 et Alt+F4 restent au système', () => {
    expect([frappe('a'), frappe('F11'), frappe('F4', { altKey: true })]).toEqual([null, null, null])
  })

  it('une touche inconnue ne demande rien', () => {
    expect([gesteDe('F11'), gesteDe('F9'), gesteDe('Maj+F9')]).toEqual([null, 'valider', 'ecarter'])
  })
})
