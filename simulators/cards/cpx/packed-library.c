#include <stdint.h>
#include <string.h>

/* A PKCS#11 library laid out in memory as Windows lays it: structures packed to one byte, CK_ULONG of four. It runs on the
   test machine and answers wrongly (5, GENERAL_ERROR) whatever a caller wrote elsewhere. Source: PKCS#11 v2.40, 2.1. */

#pragma pack(push, 1)
typedef uint32_t ulong;
typedef struct { unsigned char major, minor; } version;
typedef struct { void *callbacks[4]; ulong flags; void *reserved; } initialize_args;
typedef struct { char label[32], maker[32], model[16], serial[16]; ulong flags, counts[4], max_pin, min_pin, memory[4]; version v[2]; char clock[16]; } token_info;
typedef struct { version cryptoki; char maker[32]; ulong flags; char description[32]; version library; } library_info;
typedef struct { ulong type; void *value; ulong length; } attribute;
typedef struct { ulong mechanism; void *parameter; ulong length; } mechanism;
static struct { version v; void *f[68]; } list;
#pragma pack(pop)

enum { OK = 0, GENERAL_ERROR = 5, SLOT = 0x12345678, SESSION = 0x7654321, OBJECT = 9 };

static ulong check(int right) { return right ? OK : GENERAL_ERROR; }

static ulong initialize(initialize_args *a) { return check(a && !a->callbacks[0] && a->flags == 2 && !a->reserved); }

static ulong library(library_info *i) {
  memset(i, ' ', sizeof *i);
  i->library.major = 5, i->library.minor = 2;
  return OK;
}

static ulong slots(unsigned char present, ulong *out, ulong *count) {
  if (!present || *count < 2) return GENERAL_ERROR;
  out[0] = SLOT, out[1] = SLOT + 1, *count = 2;
  return OK;
}

static ulong info(ulong slot, token_info *t) {
  memset(t, ' ', sizeof *t);
  memcpy(t->label, "CPS3v1", 6), memcpy(t->serial, "2600000018", 10);
  t->flags = 0x20400, t->max_pin = 8, t->min_pin = 4;
  return check(slot == SLOT);
}

static ulong open_session(ulong slot, ulong flags, void *a, void *b, ulong *session) {
  *session = SESSION;
  return check(slot == SLOT && flags == 4 && !a && !b);
}

static ulong login(ulong session, ulong user, char *pin, ulong length) {
  return check(session == SESSION && user == 1 && length == 4 && !memcmp(pin, "1234", 4));
}

static ulong find_init(ulong session, attribute *t, ulong count) {
  return check(session == SESSION && count == 2 && t[0].type == 0 && t[0].length == 4 && *(ulong *)t[0].value == 3 &&
               t[1].type == 0x102 && t[1].length == 2 && !memcmp(t[1].value, "\xAB\xCD", 2));
}

static ulong find(ulong session, ulong *out, ulong max, ulong *count) {
  out[0] = OBJECT, *count = 1;
  return check(session == SESSION && max >= 1);
}

static ulong done(ulong session) { return check(session == SESSION); }

static ulong value(ulong session, ulong object, attribute *t, ulong count) {
  if (session != SESSION || object != OBJECT || count != 1 || t->type != 0x11 || t->length < 3) return GENERAL_ERROR;
  memcpy(t->value, "DER", 3), t->length = 3;
  return OK;
}

static ulong sign_init(ulong session, mechanism *m, ulong key) {
  return check(session == SESSION && m->mechanism == 1 && !m->parameter && !m->length && key == OBJECT);
}

static ulong sign(ulong session, char *data, ulong length, char *out, ulong *room) {
  if (session != SESSION || *room < length) return GENERAL_ERROR;
  memcpy(out, data, length), *room = length;
  return OK;
}

static ulong finalize(void *reserved) { return check(!reserved); }

static ulong close_all(ulong slot) { return check(slot == SLOT); }

ulong C_GetFunctionList(void **out) {
  list.f[0] = initialize, list.f[1] = finalize, list.f[2] = library, list.f[14] = close_all, list.f[19] = done, list.f[4] = slots, list.f[6] = info, list.f[12] = open_session, list.f[18] = login;
  list.f[24] = value, list.f[26] = find_init, list.f[27] = find, list.f[28] = done, list.f[42] = sign_init, list.f[43] = sign;
  *out = &list;
  return OK;
}
