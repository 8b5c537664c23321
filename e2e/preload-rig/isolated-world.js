// Runs in the isolated world of the page, around the built preload, in place of what Electron puts there.
// It stands for ipcRenderer and contextBridge only; the preload and the page are the real ones.
;(() => {
  const toNode = (message) => globalThis.rigToNode(JSON.stringify(message))
  const listeners = new Map()
  const ports = new Map()
  const encode = (data) =>
    data === null || typeof data === 'string' ? { text: data } : { base64: new Uint8Array(data).toBase64() }
  const decode = ({ text, base64 }) => (base64 === undefined ? text : Uint8Array.fromBase64(base64))

  globalThis.rig = {
    deliver: (name, reply, id) => {
      if (id === null) return listeners.get(name)({ ports: [] }, reply)
      const { port1, port2 } = new MessageChannel()
      ports.set(id, port1)
      port1.addEventListener('message', ({ data }) => toNode({ id, data: encode(data) }))
      port1.start()
      listeners.get(name)({ ports: [port2] }, reply)
    },
    message: (id, data) => ports.get(id).postMessage(decode(data), []),
  }

  const electron = {
    ipcRenderer: {
      on: (name, listener) => listeners.set(name, listener),
      send: (name, reply) => toNode({ name, reply }),
    },
    contextBridge: {
      exposeInMainWorld: (name, api) => {
        document.addEventListener('rig:call', ({ detail }) => {
          const { key, args } = JSON.parse(detail)
          api[key](...args)
        })
        const detail = JSON.stringify({ name, keys: Object.keys(api) })
        document.dispatchEvent(new CustomEvent('rig:expose', { detail }))
      },
    },
  }
  runPreload((name) => {
    if (name === 'electron') return electron
    throw new Error(`A sandboxed preload may not require ${name}.`)
  })
})()
