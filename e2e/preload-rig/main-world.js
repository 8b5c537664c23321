// Runs in the page before anything else: the page's half of contextBridge, which freezes what it exposes as Electron does.
document.addEventListener(
  'rig:expose',
  ({ detail }) => {
    const { name, keys } = JSON.parse(detail)
    const call = (key, args) =>
      document.dispatchEvent(new CustomEvent('rig:call', { detail: JSON.stringify({ key, args }) }))
    const api = Object.fromEntries(keys.map((key) => [key, (...args) => void call(key, args)]))
    Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true })
  },
  { once: true },
)
