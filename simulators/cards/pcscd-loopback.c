#define _GNU_SOURCE
#include <dlfcn.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>

/* Loaded before pcscd: vpcd 3.3 listens on every interface, and sends each length and body in two packets, which
   Nagle's algorithm delays by 44 ms. Here it listens on loopback only, sends at once, and ends with the simulator
   that started it, even a killed one: the next simulator would take it for the machine's own. */

__attribute__((constructor)) static void end_with_parent(void) { prctl(PR_SET_PDEATHSIG, SIGTERM); }

int bind(int fd, const struct sockaddr *address, socklen_t length) {
  static int (*real)(int, const struct sockaddr *, socklen_t);
  if (!real) real = dlsym(RTLD_NEXT, "bind");
  if (address->sa_family != AF_INET || length < sizeof(struct sockaddr_in)) return real(fd, address, length);
  struct sockaddr_in local;
  memcpy(&local, address, sizeof local);
  if (local.sin_addr.s_addr == htonl(INADDR_ANY)) local.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return real(fd, (struct sockaddr *)&local, sizeof local);
}

int accept(int fd, struct sockaddr *address, socklen_t *length) {
  static int (*real)(int, struct sockaddr *, socklen_t *);
  if (!real) real = dlsym(RTLD_NEXT, "accept");
  int accepted = real(fd, address, length), on = 1;
  if (accepted >= 0) setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return accepted;
}
