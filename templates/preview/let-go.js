// Lets go of memory at once, which a worker that makes little garbage of its own would keep for hundreds of saves.

/** A port that leads nowhere: what is sent through it is gone. */
const nowhere = new MessageChannel().port1
nowhere.close()

/** Free a buffer that came with a message. To shrink it to nothing would hide it from the engine's sweeps, and keep it. */
export function letGo(buffer) {
  nowhere.postMessage(undefined, [buffer])
}
