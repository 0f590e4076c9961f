import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { exposeBridge } from './expose-bridge'

exposeBridge({ contextBridge, ipcRenderer, webUtils })
