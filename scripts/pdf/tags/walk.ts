/** How the rules go through a tree of tags. */
import type {Kid, Tag} from '../../adapters/pdf-tags.ts'

/** Go through a tree from its leaves up: each tag, with its kids done, becomes what `rule` makes of it. */
export function mendUp(tag: Tag, rule: (tag: Tag) => Tag): Tag {
  return rule(withKids(tag, kid => kid.kind === 'tag' ? mendUp(kid, rule) : kid))
}

/** Put other kids in the place of a tag's; the tag itself where none is another: most rules leave most of a tree as it is. */
export function withKids(tag: Tag, change: (kid: Kid) => Kid): Tag {
  const kids = tag.kids.map(change)
  return kids.every((kid, index) => kid === tag.kids[index]) ? tag : {...tag, kids}
}

/** Make a tag that was in no file. */
export function tagged(type: string, kids: readonly Kid[]): Tag {
  return {kind: 'tag', type, kids}
}

export function isTag(kid: Kid, ...types: readonly string[]): kid is Tag {
  return kid.kind === 'tag' && (types.length === 0 || types.includes(kid.type))
}

/** Put what stands between others in a tag of its own: each run of kids for which `belongs` holds goes through `wrap`. */
export function wrapRuns(kids: readonly Kid[], belongs: (kid: Kid) => boolean, wrap: (run: readonly Kid[]) => readonly Kid[]): readonly Kid[] {
  const wrapped: Kid[] = []
  let run: Kid[] = []
  for (const kid of [...kids, undefined]) {
    if (kid && belongs(kid)) run.push(kid)
    else {
      if (run.length > 0) wrapped.push(...wrap(run))
      run = []
      if (kid) wrapped.push(kid)
    }
  }
  return wrapped
}
