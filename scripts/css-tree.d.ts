// The parts of css-tree, which its types know only as a whole.
declare module 'css-tree/parser' {
  import {parse} from 'css-tree'
  export default parse
}

declare module 'css-tree/generator' {
  import {generate} from 'css-tree'
  export default generate
}

declare module 'css-tree/walker' {
  import {walk} from 'css-tree'
  export default walk
}

declare module 'css-tree/tokenizer' {
  export {tokenize, tokenNames} from 'css-tree'
}

declare module 'css-tree/utils' {
  export {ident, string, url} from 'css-tree'
}
