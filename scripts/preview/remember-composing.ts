/** Remembers each file as it was composed by itself, so that from a save to the next only files that changed are composed again. */
import type {Root as MdastRoot} from 'mdast'
import {VFile} from 'vfile'
import type {ComposedFile, ComposeFile} from '../text/compose.ts'
import {composeFile} from '../text/compose.ts'
import type {Manuscript} from '../types.ts'

/** What is kept belongs to nobody; who asks for it gets a copy. */
type Kept = {readonly key: string; readonly composed: ComposedFile}

/** Keep what was composed as long as its parsed text is kept: by the tree itself, which nobody changes. */
export function rememberComposing(compose: ComposeFile = composeFile): ComposeFile {
  const known = new WeakMap<MdastRoot, Kept>()
  return (source, manuscript, engines) => {
    const key = keyOf(source.name, manuscript)
    const kept = known.get(source.tree)
    if (kept?.key === key) return copyOf(kept.composed)
    const composed = compose(source, manuscript, engines)
    known.set(source.tree, {key, composed: copyOf(composed)})
    return composed
  }
}

/** What a file's own text does not tell: its name, the language around it, whether there are formulas, and the sizes of pictures. */
function keyOf(name: string, {metadata: {lang, math = false}, assets}: Manuscript): string {
  return JSON.stringify([name, lang, math, [...assets.values()].map(asset => [asset.name, asset.widthPx, asset.heightPx])])
}

/** Later stages number and link what they are given, in place. */
function copyOf({file, ...composed}: ComposedFile): ComposedFile {
  const copy = new VFile({path: file.path, value: file.value})
  copy.messages.push(...file.messages)
  return {...structuredClone(composed), file: copy}
}
