import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { expect, it, vi } from 'vitest'
import type { GivenFiles } from './given-files'
import { collectLaterStarts } from './later-starts'

it('a start while the first is still starting is answered when there is a window', () => {
  const app = new EventEmitter()
  const starts = collectLaterStarts(app as unknown as App)
  app.emit('second-instance', {}, [], '/x', { files: ['a.md'], cwd: '/x' })
  const preventDefault = vi.fn()
  app.emit('open-file', { preventDefault }, '/b.md')
  expect(preventDefault).toHaveBeenCalled()
  app.emit('open-url', { preventDefault }, 'briefing-reader://briefing/x')
  expect(preventDefault).toHaveBeenCalledTimes(2)
  const opened: GivenFiles[] = []
  starts.answer((given) => void opened.push(given))
  app.emit('second-instance', {}, [], '/x', { files: ['c.md'], cwd: '/x' })
  app.emit('second-instance', {}, [], '/x', 'something else')
  expect(opened).toEqual([
    { files: ['a.md'], cwd: '/x' },
    { files: ['/b.md'], cwd: '' },
    { files: ['briefing-reader://briefing/x'], cwd: '' },
    { files: ['c.md'], cwd: '/x' },
    { files: [], cwd: '' }
  ])
})
