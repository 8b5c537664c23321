/**
 * How the page of the desktop shell reaches the workstation.
 * 1. The preload exposes one frozen object, `window.guichet`, with one function, `connect(reply)`.
 * 2. The page listens to `message`, then calls `connect(reply)` with a name of its own choosing, drawn for this attempt.
 * 3. The shell opens a channel to the workstation and sends a port to the preload, which posts it to the page as
 *    `{ guichet: reply }`, because no `MessagePort` crosses `contextBridge`. The same message without a port means that the
 *    workstation is not running: try again later.
 * 4. Each message on the port is one message of the RPC protocol, text or binary; null says that the workstation has died,
 *    and the page then calls `connect` again, with another name.
 */
export interface ShellApi {
  connect(reply: string): void
}

/** The message that carries the port to the page. */
export interface PortMessage {
  readonly guichet: string
}
