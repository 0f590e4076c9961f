/** @import { MenuItemConstructorOptions } from 'electron' */
/** @import { MenuItem } from './menu-item.mjs' */

/**
 * The template without separators at its ends or beside each other.
 *
 * @param {Array<MenuItemConstructorOptions | MenuItem>} template
 * @throws TypeError for what describes no item.
 */
export function withoutNeedlessSeparators(template) {
  for (const item of template) {
    if (typeof item !== 'object' || item === null || !('label' in item || 'role' in item || 'type' in item)) {
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
    }
  }
  const isLine = (/** @type {MenuItemConstructorOptions | MenuItem | undefined} */ item) =>
    item === undefined || (item.type === 'separator' && item.visible !== false)
  const folded = template.filter((item, at) => !isLine(item) || !isLine(template[at - 1]))
  return isLine(folded.at(-1)) ? folded.slice(0, -1) : folded
}
