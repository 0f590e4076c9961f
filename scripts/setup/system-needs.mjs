import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { findChromium } from '../../runtime/chromium/find.mjs'

/**
 * Something that the system has to have, and what it is called where programs are installed.
 * A platform that is not named needs or offers nothing.
 *
 * @typedef {{
 *   readonly name: string,
 *   readonly isThere: () => boolean,
 *   readonly packages: Readonly<Partial<Record<import('./platform.mjs').Platform, string>>>
 * }} Need
 */

/** What shows pages and prints, where Electron's own binary is not there. @type {Need} */
export const CHROMIUM = {
  name: 'Chromium',
  isThere: () => findChromium() !== null,
  packages: {
    debian: 'chromium',
    ubuntu: 'chromium',
    fedora: 'chromium',
    arch: 'chromium',
    linux: 'Chromium or Google Chrome',
    macos: '--cask google-chrome',
    windows: 'Google.Chrome'
  }
}

/** What the tests read PDFs with, show windows on and set type in. @type {readonly Need[]} */
export const TEST_NEEDS = [
  {
    name: 'poppler',
    isThere: () => ['pdftotext', 'pdfinfo', 'pdftoppm'].every(isOnPath),
    packages: {
      debian: 'poppler-utils',
      ubuntu: 'poppler-utils',
      fedora: 'poppler-utils',
      arch: 'poppler',
      linux: 'poppler (pdftotext, pdfinfo, pdftoppm)',
      macos: 'poppler',
      windows: 'oschwartz10612.Poppler'
    }
  },
  {
    name: 'qpdf',
    isThere: () => isOnPath('qpdf'),
    packages: {
      debian: 'qpdf',
      ubuntu: 'qpdf',
      fedora: 'qpdf',
      arch: 'qpdf',
      linux: 'qpdf',
      macos: 'qpdf',
      windows: 'QPDF.QPDF'
    }
  },
  {
    name: 'xvfb',
    isThere: () => ['xvfb-run', 'xauth'].every(isOnPath),
    packages: {
      debian: 'xvfb xauth',
      ubuntu: 'xvfb xauth',
      fedora: 'xorg-x11-server-Xvfb xorg-x11-xauth',
      arch: 'xorg-server-xvfb xorg-xauth',
      linux: 'xvfb-run and xauth'
    }
  },
  {
    name: 'Noto fonts',
    isThere: () => hasFont(/^NotoSans-Regular\./),
    packages: {
      debian: 'fonts-noto-core',
      ubuntu: 'fonts-noto-core',
      fedora: 'google-noto-sans-fonts',
      arch: 'noto-fonts',
      linux: 'the Noto Sans fonts'
    }
  },
  {
    name: 'Noto CJK fonts',
    isThere: () => hasFont(/^NotoSansCJK/),
    packages: {
      debian: 'fonts-noto-cjk',
      ubuntu: 'fonts-noto-cjk',
      fedora: 'google-noto-sans-cjk-fonts',
      arch: 'noto-fonts-cjk',
      linux: 'the Noto Sans CJK fonts'
    }
  }
]

/**
 * The needs that are not met on this machine.
 *
 * @param {readonly Need[]} needs
 * @param {import('./platform.mjs').Platform} platform
 */
export function missingNeeds(needs, platform) {
  return needs.filter((need) => need.packages[platform] !== undefined && !need.isThere())
}

/** @param {string} program */
function isOnPath(program) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  return folders.some((folder) => endings.some((ending) => canRun(join(folder, program + ending))))
}

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @param {RegExp} fileName */
function hasFont(fileName) {
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.local/share/fonts'),
    join(homedir(), '.fonts')
  ]
  return folders
    .filter(existsSync)
    .some((folder) =>
      readdirSync(folder, { recursive: true }).some((path) =>
        fileName.test(String(path).split('/').pop() ?? '')
      )
    )
}
