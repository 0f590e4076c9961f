import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/window.css'
import './styles/library.css'
import './styles/article.css'
import './styles/highlights.css'
import './styles/notes.css'
import './styles/filter.css'
import './styles/minimap.css'
import './styles/margin.css'
import './styles/dialogs.css'
import './styles/all-marks.css'
import './styles/editions.css'
import './styles/export.css'
import './styles/handling.css'
import { mount } from 'svelte'
import type { ReaderBridge } from '#core/contract/bridge'
import App from './components/App.svelte'
import { adoptMarkRules } from './dom/mark-rules'
import { createPageApi } from './state/page-api'
import { Reader } from './state/reader.svelte'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly reader: ReaderBridge
  }
}

adoptMarkRules(document)
const target = document.querySelector('#app')
if (target === null) throw new Error('index.html has no place for the window')
mount(App, { target, props: { reader: new Reader(createPageApi(window.reader)) } })
