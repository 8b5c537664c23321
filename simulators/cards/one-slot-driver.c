#include <dlfcn.h>
#include <pthread.h>
#include <string.h>
#include <time.h>

/* A reader driver that forwards to a copy of vpcd (path in DRIVER) and declares one slot instead of the two vpcd
   compiles in: a desk's reader takes one card, and a slot that can never hold one would be shown as a reader.
   Each reader needs its own copy, because vpcd keeps its slots in one static array. Calls go one at a time: pcscd looks at
   the card from a thread of its own, and vpcd mixes the answers of two calls, or loses the card. With REGARD_MS, pcscd looks
   that often instead of every 400 ms, since a USB reader tells at once. Source: pcsc-lite ifdhandler.h, eventhandler.c. */

#define TAG_IFD_SLOTS_NUMBER 0x0FAE
#define TAG_IFD_POLLING_THREAD_WITH_TIMEOUT 0x0FB3
#define IFD_SUCCESS 0

typedef long RESPONSECODE;
typedef unsigned long DWORD;
typedef struct { DWORD Protocol, Length; } SCARD_IO_HEADER;

static void *real(const char *name) {
  static void *driver;
  if (!driver) driver = dlopen(DRIVER, RTLD_NOW | RTLD_LOCAL);
  return dlsym(driver, name);
}

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define FORWARD_AS(here, name, types, values) \
  RESPONSECODE here types { \
    pthread_mutex_lock(&turn); \
    RESPONSECODE answer = ((RESPONSECODE(*) types)real(#name)) values; \
    pthread_mutex_unlock(&turn); \
    return answer; \
  }
#define FORWARD(name, types, values) FORWARD_AS(name, name, types, values)

FORWARD(IFDHCreateChannelByName, (DWORD lun, char *device), (lun, device))
FORWARD(IFDHCreateChannel, (DWORD lun, DWORD channel), (lun, channel))
FORWARD(IFDHCloseChannel, (DWORD lun), (lun))
FORWARD(IFDHSetCapabilities, (DWORD lun, DWORD tag, DWORD length, unsigned char *value), (lun, tag, length, value))
FORWARD(IFDHSetProtocolParameters,
        (DWORD lun, DWORD protocol, unsigned char flags, unsigned char a, unsigned char b, unsigned char c),
        (lun, protocol, flags, a, b, c))
FORWARD(IFDHPowerICC, (DWORD lun, DWORD action, unsigned char *atr, DWORD *length), (lun, action, atr, length))
FORWARD(IFDHTransmitToICC,
        (DWORD lun, SCARD_IO_HEADER send, unsigned char *tx, DWORD n, unsigned char *rx, DWORD *m, SCARD_IO_HEADER *recv),
        (lun, send, tx, n, rx, m, recv))
FORWARD(IFDHControl,
        (DWORD lun, DWORD code, unsigned char *tx, DWORD n, unsigned char *rx, DWORD m, DWORD *returned),
        (lun, code, tx, n, rx, m, returned))
FORWARD(IFDHICCPresence, (DWORD lun), (lun))

#ifdef REGARD_MS
static RESPONSECODE look_again(DWORD lun, int timeout) {
  (void)lun, (void)timeout;
  struct timespec wait = {0, REGARD_MS * 1000000L};
  nanosleep(&wait, 0);
  return IFD_SUCCESS;
}
#endif

static FORWARD_AS(forward_capabilities, IFDHGetCapabilities, (DWORD lun, DWORD tag, DWORD *length, unsigned char *value),
                  (lun, tag, length, value))

RESPONSECODE IFDHGetCapabilities(DWORD lun, DWORD tag, DWORD *length, unsigned char *value) {
  if (tag == TAG_IFD_SLOTS_NUMBER) {
    *length = 1;
    *value = 1;
    return IFD_SUCCESS;
  }
#ifdef REGARD_MS
  if (tag == TAG_IFD_POLLING_THREAD_WITH_TIMEOUT) {
    RESPONSECODE (*wait)(DWORD, int) = look_again;
    *length = sizeof wait;
    memcpy(value, &wait, sizeof wait);
    return IFD_SUCCESS;
  }
#endif
  return forward_capabilities(lun, tag, length, value);
}
