#include <dlfcn.h>

/* A reader driver that forwards to a copy of vpcd (path in DRIVER) and declares one slot instead of the two vpcd
   compiles in: a desk's reader takes one card, and a slot that can never hold one would be shown as a reader.
   Each reader needs its own copy, because vpcd keeps its slots in one static array. Source: pcsc-lite ifdhandler.h. */

#define TAG_IFD_SLOTS_NUMBER 0x0FAE
#define IFD_SUCCESS 0

typedef long RESPONSECODE;
typedef unsigned long DWORD;
typedef struct { DWORD Protocol, Length; } SCARD_IO_HEADER;

static void *real(const char *name) {
  static void *driver;
  if (!driver) driver = dlopen(DRIVER, RTLD_NOW | RTLD_LOCAL);
  return dlsym(driver, name);
}

#define FORWARD(name, types, values) \
  RESPONSECODE name types { return ((RESPONSECODE(*) types)real(#name)) values; }

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

RESPONSECODE IFDHGetCapabilities(DWORD lun, DWORD tag, DWORD *length, unsigned char *value) {
  if (tag == TAG_IFD_SLOTS_NUMBER) {
    *length = 1;
    *value = 1;
    return IFD_SUCCESS;
  }
  return ((RESPONSECODE(*)(DWORD, DWORD, DWORD *, unsigned char *))real("IFDHGetCapabilities"))(lun, tag, length, value);
}
