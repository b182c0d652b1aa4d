// Hands drawings to the worker one at a time: what is looked at before thumbnails.
import {letGo} from './let-go.js'

/** Make a painter. `open` takes the bytes of a PDF; `paint` draws on a canvas; both settle when it is done. */
export function createPainter() {
  const worker = new Worker('draw.js', {type: 'module'})
  const waiting = new Map()
  const [urgent, patient] = [[], []]
  let [next, isBusy] = [0, false]

  worker.onmessage = ({data: {id, result, fault}}) => {
    const {resolve, reject} = waiting.get(id)
    waiting.delete(id)
    isBusy = false
    pump()
    if (fault === undefined) resolve(result)
    else reject(new Error(fault))
  }

  function pump() {
    if (isBusy) return
    const job = urgent.shift() ?? patient.shift()
    if (!job) return
    // A canvas that has left the page, or wants another drawing by now, costs nothing.
    if (job.isStale?.()) {
      job.reject(new Error('stale'))
      return pump()
    }
    isBusy = true
    waiting.set(next, job)
    worker.postMessage({id: next++, ...job.message}, job.transfer ?? [])
  }

  function ask(queue, job) {
    return new Promise((resolve, reject) => {
      queue.push({...job, resolve, reject})
      pump()
    })
  }

  const wanted = new WeakMap()
  return {
    open: (name, bytes) => ask(urgent, {message: {kind: 'open', name, bytes}, transfer: [bytes]}),
    paint: async (canvas, request, {isUrgent}) => {
      wanted.set(canvas, request)
      const isStale = () => !canvas.isConnected || wanted.get(canvas) !== request
      const drawn = await ask(isUrgent ? urgent : patient, {message: {kind: 'draw', ...request}, isStale}).catch(() => undefined)
      if (!drawn || isStale()) return false
      canvas.width = drawn.width
      canvas.height = drawn.height
      canvas.getContext('2d').putImageData(new ImageData(drawn.pixels, drawn.width, drawn.height), 0, 0)
      letGo(drawn.pixels.buffer)
      return true
    }
  }
}
