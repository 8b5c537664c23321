/**
 * How the page of the desktop shell reaches the workstation.
 * 1. The preload exposes one frozen object, `window.guichet`, with one function, `connect(reply)`.
 * 2. The page listens to `message`, then calls `connect(reply)` with a name of its own choosing, drawn for this attempt.
 * 3. The preload makes a `MessageChannel`, sends one end to the shell, and posts the other to the page as
 *    `{ guichet: reply }` on the window, because no `MessagePort` crosses `contextBridge`.
 * 4. Each message on the port is one message of the RPC protocol, text or binary. The port closes when the workstation dies;
 *    the page then calls `connect` again, with another name.
 */
export interface ShellApi {
  connect(reply: string): void
}

/** The message that carries the port to the page. */
export interface PortMessage {
  readonly guichet: string
}
