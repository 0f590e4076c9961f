import './styles/fonts.css'
import './styles/all'
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
