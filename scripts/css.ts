/**
 * CSS as css-tree reads, walks and writes it, without its dictionary of all properties: that takes four times as long to
 * load as all of this, and only the check of an author's style asks it.
 */
export {default as generate} from 'css-tree/generator'
export {default as parse} from 'css-tree/parser'
export {tokenize, tokenNames} from 'css-tree/tokenizer'
export {ident, string, url} from 'css-tree/utils'
export {default as walk} from 'css-tree/walker'
export type {Atrule, Block, CssNode, Declaration, Rule} from 'css-tree'
