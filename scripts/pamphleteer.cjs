#!/usr/bin/env node
// The package's program. It is written for Nodes of any age, so that one that is too old hears a sentence and no
// fault of syntax: everything newer is imported behind the question.
'use strict'

var oldest = [22, 17]
var own = process.versions.node.split('.').map(Number)

if (own[0] > oldest[0] || (own[0] === oldest[0] && own[1] >= oldest[1])) {
  import('./build.js')
} else {
  console.error('pamphleteer: Unexpected Node ' + process.versions.node + ', expected ' + oldest.join('.') + ' or later\n  Install a newer one (https://nodejs.org/), and with it this program again: npm leaves out what an old Node cannot run.')
  process.exitCode = 3
}
