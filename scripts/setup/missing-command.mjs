/**
 * What to type, or to do, to get what is missing.
 *
 * @param {import('./platform.mjs').Platform} platform
 * @param {readonly import('./system-needs.mjs').Need[]} missing
 */
export function missingCommand(platform, missing) {
  const packages = missing.map((need) => need.packages[platform]).filter((name) => name !== undefined)
  switch (platform) {
    case 'debian':
      return `run "sudo apt-get install -y --no-install-recommends ${packages.join(' ')}"`
    case 'ubuntu':
      return ubuntuCommand(packages)
    case 'fedora':
      return `run "sudo dnf install -y ${packages.join(' ')}"`
    case 'arch':
      return `run "sudo pacman -S --needed ${packages.join(' ')}"`
    case 'macos':
      return `run "${brewCommands(packages)}"`
    case 'windows':
      return `run "winget install ${packages.join(' ')}"`
    case 'linux':
      return `install ${packages.join(', ')} with your system's package manager`
    default:
      throw new Error(`no such platform: ${platform}`)
  }
}

/**
 * Ubuntu has Chromium as a snap only, and a snap may not read a profile in a hidden folder.
 *
 * @param {readonly string[]} packages
 */
function ubuntuCommand(packages) {
  const others = packages.filter((name) => name !== 'chromium')
  const install = `run "sudo apt-get install -y --no-install-recommends ${others.join(' ')}"`
  const chrome =
    'install Google Chrome from its own .deb (Ubuntu offers Chromium as a snap only, which is not enough)'
  if (others.length === packages.length) return install
  return others.length === 0 ? chrome : `${install} and ${chrome}`
}

/** A cask is an application and is installed by a command of its own. @param {readonly string[]} packages */
function brewCommands(packages) {
  const casks = packages.filter((name) => name.startsWith('--cask '))
  const formulas = packages.filter((name) => !name.startsWith('--cask '))
  const lines = formulas.length === 0 ? casks : [formulas.join(' '), ...casks]
  return lines.map((line) => `brew install ${line}`).join(' && ')
}
