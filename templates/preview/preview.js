// The preview's page: hears of new pages, shows them where the reader is, and turns.
import {setView, setZoom} from './going.js'
import {setShade} from './keyboard.js'
import {listen} from './news.js'
import {at, place} from './session.js'
import {show} from './stage.js'

setShade(localStorage.getItem('shade') ?? 'auto')
setZoom(place.zoom)
setView(place.view)
new ResizeObserver(() => void show()).observe(at('stage'))
listen()
