/**
 * What the page uses of Trusted Types (W3C, section 2.3), which Chromium has and TypeScript's library
 * of the DOM has not. A trusted address is taken where an address is.
 */
interface Window {
  readonly trustedTypes: {
    createPolicy(
      name: string,
      rules: { createScriptURL(address: string): string }
    ): { createScriptURL(address: string): URL }
  }
}
