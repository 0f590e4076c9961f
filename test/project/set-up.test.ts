import { describe, expect, it } from 'vitest'
import { checkNode, OLDEST_NODE } from '../../scripts/setup/check-node.mjs'
import { hasDisplay } from '../../scripts/setup/display.mjs'
import { isUnwanted } from '../../scripts/setup/fetch-electron.mjs'
import { missingPackages } from '../../scripts/setup/install-packages.mjs'
import { missingCommand } from '../../scripts/setup/missing-command.mjs'
import { platformOf } from '../../scripts/setup/platform.mjs'
import { CHROMIUM, missingNeeds, TEST_NEEDS } from '../../scripts/setup/system-needs.mjs'
import { textOf } from './project-files'

describe('the Node version', () => {
  for (const version of ['20.19.0', '20.20.2', '22.1.0', '24.21.0', '100.0.0']) {
    it(`is enough: ${version}`, () => expect(() => checkNode(version)).not.toThrow())
  }
  for (const version of ['20.18.3', '18.20.0', '9.99.9', '20.2.0']) {
    it(`is too old: ${version}`, () => expect(() => checkNode(version)).toThrow(/needs Node 20\.19 or newer/))
  }

  it('is the one that package.json asks for', () => {
    expect(textOf('package.json')).toContain(`"node": ">=${OLDEST_NODE}"`)
  })
})

describe('the packages', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/mac': { version: '2.0.0', optional: true }
  }

  it('are missing when npm installed nothing', () => {
    expect(missingPackages(wanted, {})).toEqual(['node_modules/a'])
  })

  it('are missing in another version', () => {
    expect(missingPackages(wanted, { 'node_modules/a': { version: '1.0.1' } })).toEqual(['node_modules/a'])
  })

  it('are all there without those for another platform', () => {
    expect(missingPackages(wanted, { 'node_modules/a': { version: '1.0.0' } })).toEqual([])
  })
})

describe('the platform', () => {
  const cases = {
    debian: { platform: 'linux', osRelease: 'NAME="Debian GNU/Linux"\nID=debian\n' },
    ubuntu: { platform: 'linux', osRelease: 'ID=ubuntu\nID_LIKE=debian\n' },
    'debian, by likeness': { platform: 'linux', osRelease: 'ID=raspbian\nID_LIKE="debian"\n' },
    'ubuntu, by likeness': { platform: 'linux', osRelease: 'ID=linuxmint\nID_LIKE="ubuntu debian"\n' },
    fedora: { platform: 'linux', osRelease: 'ID="rocky"\nID_LIKE="rhel centos fedora"\n' },
    arch: { platform: 'linux', osRelease: 'ID=arch\n' },
    linux: { platform: 'linux', osRelease: '' },
    macos: { platform: 'darwin', osRelease: '' },
    windows: { platform: 'win32', osRelease: '' }
  }
  for (const [name, system] of Object.entries(cases)) {
    it(`is ${name}`, () => expect(platformOf(system)).toBe(name.split(',')[0]))
  }
})

describe('the command for what is missing', () => {
  const lacking = [CHROMIUM, ...TEST_NEEDS].map((need) => ({ ...need, isThere: () => false }))
  const sentence = (platform: Parameters<typeof missingCommand>[0], needs = lacking): string =>
    missingCommand(platform, missingNeeds(needs, platform))

  it('is one call of apt-get on Debian, for everything', () => {
    expect(sentence('debian')).toBe(
      'run "sudo apt-get install -y --no-install-recommends chromium poppler-utils qpdf xvfb xauth fonts-noto-core fonts-noto-cjk"'
    )
  })

  it('names only what is missing', () => {
    expect(sentence('debian', lacking.slice(2, 3))).toBe(
      'run "sudo apt-get install -y --no-install-recommends qpdf"'
    )
  })

  it('asks Ubuntu for Chrome, because its Chromium is a snap', () => {
    expect(sentence('ubuntu', lacking.slice(0, 1))).toMatch(/^install Google Chrome/)
    expect(sentence('ubuntu')).toMatch(/poppler-utils .* and install Google Chrome/)
    expect(sentence('ubuntu')).not.toMatch(/recommends chromium/)
  })

  it('separates applications from formulas on macOS, and needs no display there', () => {
    expect(sentence('macos')).toBe('run "brew install poppler qpdf && brew install --cask google-chrome"')
  })

  it('is not asked for where the platform has no such thing', () => {
    expect(missingNeeds(lacking, 'macos').map(({ name }) => name)).toEqual(['Chromium', 'poppler', 'qpdf'])
  })

  for (const platform of ['fedora', 'arch', 'linux', 'windows'] as const) {
    it(`names poppler on ${platform}`, () => expect(sentence(platform)).toMatch(/poppler/i))
  }
})

describe('the display', () => {
  it('is told by either variable on Linux', () => {
    expect(hasDisplay({ platform: 'linux', environment: {} })).toBe(false)
    expect(hasDisplay({ platform: 'linux', environment: { DISPLAY: '' } })).toBe(false)
    expect(hasDisplay({ platform: 'linux', environment: { DISPLAY: ':0' } })).toBe(true)
    expect(hasDisplay({ platform: 'linux', environment: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true)
  })

  it('is always there on the other systems', () => {
    expect(hasDisplay({ platform: 'darwin', environment: {} })).toBe(true)
  })
})

describe('the download of Electron', () => {
  it('is not tried by a person who says so', () => {
    expect(isUnwanted({})).toBe(false)
    expect(isUnwanted({ ELECTRON_SKIP_BINARY_DOWNLOAD: '0' })).toBe(false)
    expect(isUnwanted({ ELECTRON_SKIP_BINARY_DOWNLOAD: '1' })).toBe(true)
    expect(isUnwanted({ ELECTRON_OVERRIDE_DIST_PATH: '/opt/electron' })).toBe(true)
  })
})
