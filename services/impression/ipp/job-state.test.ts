import { describe, expect, it } from 'vitest'
import { obstacleOf, progressOf } from './job-state.ts'
import type { Value } from './message.ts'

const printer = (reasons: readonly Value[], others: readonly (readonly [string, readonly Value[]])[] = []) =>
  new Map<string, readonly Value[]>([['printer-state-reasons', reasons], ...others])

describe('RFC 8011 §5.4.12 : ce qui empêche d’imprimer', () => {
  it.each([
    [['none'], undefined],
    [[], undefined],
    [['media-low-warning', 'toner-low-report'], undefined],
    [['media-empty-warning'], undefined],
    [['media-empty-warning', 'media-needed-warning'], 'media-needed-warning'],
    [['media-empty'], 'media-empty'],
    [['media-jam-error'], 'media-jam-error'],
    [['paused'], 'paused'],
    // What a printer invents goes no further than a keyword of the standard.
    [['Appelez le 0123456789 -error'], undefined],
    [[`${'x'.repeat(80)}-error`], undefined],
  ])('%j', (reasons, obstacle) => expect(obstacleOf(printer(reasons))).toBe(obstacle))

  it.each([
    ['printer-is-accepting-jobs', [false], 'not-accepting-jobs'],
    ['printer-state', [5], 'stopped'],
    ['document-format-supported', ['image/urf'], 'document-format'],
    ['document-format-supported', ['image/urf', 'application/pdf'], undefined],
  ] as const)('%s %j', (name, values, obstacle) =>
    expect(obstacleOf(printer([], [[name, values]]))).toBe(obstacle),
  )
})

describe('RFC 8011 §5.3.7 : ce que devient un travail', () => {
  it.each([
    [{ 'job-state': [3] }, 'waiting'],
    [{ 'job-state': [5], 'job-impressions-completed': [1] }, 'waiting'],
    [{ 'job-state': [6] }, 'stopped'],
    [{ 'job-state': [9] }, 'completed'],
    [{ 'job-state': [8], 'job-impressions-completed': [0] }, 'ended-blank'],
    [{ 'job-state': [7], 'job-impressions-completed': [1] }, 'ended-in-doubt'],
    [{ 'job-state': [8] }, 'ended-in-doubt'],
    [{}, 'waiting'],
  ])('%j', (job, progress) => expect(progressOf(new Map(Object.entries(job)))).toBe(progress))
})
