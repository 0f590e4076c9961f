/**
 * Whether a window can be shown here. Only Linux tells; the other systems always have a display.
 *
 * @param {{ readonly platform?: string, readonly environment?: Readonly<Record<string, string | undefined>> }} [system]
 */
export function hasDisplay({ platform = process.platform, environment = process.env } = {}) {
  if (platform !== 'linux') return true
  return Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY'])
}
