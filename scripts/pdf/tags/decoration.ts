/** Takes out what only decorates: it becomes an artifact, which no reader hears. */
import type {Kid, Tag} from '../../adapters/pdf-tags.ts'
import {isTag, tagged} from './walk.ts'

/** What is allowed to be drawn without words: pictures, bullets, boxes to tick. */
const drawn = ['Figure', 'Formula', 'Lbl', 'Form']

/** What may stand empty: the cells of a table keep their places. */
const mayBeEmpty = ['Document', 'Table', 'TR', 'TH', 'TD']

/** Leave out rules, backgrounds and pictures without a text in their place, and then what is empty. */
export function withoutDecoration(tag: Tag, isDrawn = false): Tag {
  const draws = isDrawn || (drawn.includes(tag.type) && (tag.type !== 'Figure' || hasAlternative(tag)))
  const kids = tag.kids.flatMap((kid): readonly Kid[] => {
    if (kid.kind === 'content') return kid.draws === 'text' || (draws && kid.draws === 'shapes') ? [kid] : []
    if (kid.kind === 'link') return [kid]
    const mended = withoutDecoration(kid, draws)
    return mended.kids.length > 0 || mayBeEmpty.includes(mended.type) ? [mended] : []
  })
  return {...tag, kids}
}

/**
 * A figure is what has a text in its place. HTML's `figure` has none: it is a division that holds the picture and the
 * caption, side by side, since a text in the place of both would silence the caption (ISO 32000-1, 14.9.3).
 */
export function mendFigure(tag: Tag): Tag {
  return tag.type !== 'Figure' || hasAlternative(tag) ? tag : {...tag, type: 'Div'}
}

/** A bullet that is drawn is heard as one. */
export function mendBullet(tag: Tag): Tag {
  const isBullet = tag.type === 'Lbl' && tag.kids.every(kid => kid.kind === 'content' && kid.draws === 'shapes')
  return isBullet ? {...tag, actualText: '•'} : tag
}

/** Ruby is a base and what stands over it; Chromium leaves the base without a tag. */
export function mendRuby(tag: Tag): Tag {
  if (tag.type !== 'Ruby') return tag
  return {...tag, kids: tag.kids.map(kid => isTag(kid, 'RT', 'RP', 'RB') ? kid : tagged('RB', [kid]))}
}

function hasAlternative({alt}: Tag): boolean {
  return alt !== undefined && alt.trim() !== ''
}
