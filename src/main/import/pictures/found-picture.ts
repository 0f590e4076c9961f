/** The bytes behind the address of a picture, or why there are none (the end of a sentence). */
export type FoundPicture =
  { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'none'; readonly reason: string }

/** Larger pictures are not for reading beside a text. */
export const PICTURE_LIMIT_MEGABYTES = 20

export const TOO_LARGE: FoundPicture = {
  kind: 'none',
  reason: `is over the limit of ${PICTURE_LIMIT_MEGABYTES} MB`
}
