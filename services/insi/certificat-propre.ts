import { Duplex } from 'node:stream'
import { TLSSocket, type PeerCertificate, type SecureContext } from 'node:tls'

/** The certificate a context shows of us, whichever file it came from; null when it holds none. */
export function certificatPropre(secureContext: SecureContext): PeerCertificate | null {
  const socket = new TLSSocket(new Duplex({ read: () => undefined }), { secureContext })
  const certificat = socket.getCertificate()
  socket.destroy()
  return certificat && 'subject' in certificat ? certificat : null
}
