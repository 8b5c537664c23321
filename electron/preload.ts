import { contextBridge, ipcRenderer } from 'electron'

// A MessagePort does not cross contextBridge: it reaches the page by postMessage, to its own origin only.
ipcRenderer.on('guichet:port', ({ ports }, reply: string) => {
  window.postMessage({ guichet: reply }, { targetOrigin: window.location.origin, transfer: [...ports] })
})

contextBridge.exposeInMainWorld(
  'guichet',
  Object.freeze({
    connect: (reply: unknown): void => {
      if (typeof reply === 'string' && reply.length <= 64) ipcRenderer.send('guichet:connect', reply)
    },
  }),
)
