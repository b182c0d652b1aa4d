/** Characters that are no letter and no space: controls and noncharacters, most of which XML refuses, and tags, which carry text that nobody sees. */

/** Ends of lines and pages from other times part words, so that a space takes their place. */
const ends = /[\u000B\u000C\u0085]/g
const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]|\p{Noncharacter_Code_Point}/gu

/** A tag belongs to the flag that it stands behind, as in that of Scotland; elsewhere it is hidden text. */
export const strayTag = /(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]{0,7})[\u{E0000}-\u{E007F}]/u
const strayTags = new RegExp(strayTag, 'gu')

/** The text without them; tabs and line ends stay. */
export function withoutControls(text: string): string {
  return text.replace(ends, ' ').replace(controls, '').replace(strayTags, '')
}
