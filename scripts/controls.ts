/** Control characters: no letter and no space, and XML refuses most of them. */

/** Ends of lines and pages from other times part words, so that a space takes their place. */
const ends = /[\u000B\u000C\u0085]/g
const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g

/** The text without control characters; tabs and line ends stay. */
export function withoutControls(text: string): string {
  return text.replace(ends, ' ').replace(controls, '')
}
