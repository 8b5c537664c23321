#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A PKCS#11 library with the manners of the ANS Cryptolib, in front of SoftHSM, which does the cryptography: one slot,
   hidden when empty; a PIN that counts its tries, says so and locks; a token that leaves with its card (C_SignInit still
   succeeds, C_Sign answers 179) and does not come back after the card service stopped until C_Finalize and C_Initialize.
   What is in the reader is read, at each call, in the file `etat` of the folder DOSSIER, one word a line:

     carte NOM INSERTION    the card of label NOM, inserted for the INSERTIONth time (none: no card)
     service DEPART         the card service is in its DEPARTth life; 0 while it is down
     etrangere              the card is not a professional one: 225
     lente MILLISECONDES    each call lasts that long
     panne FONCTION CODE    the function answers this code

   Tries left are kept in the file `essais-NOM`, as a card keeps them. Source: PKCS#11 v2.40; Cryptolib CPS 5.2, measured. */

typedef unsigned long ulong;
typedef ulong (*fn)();

enum { INITIALIZE, FINALIZE, SLOTS = 4, TOKEN_INFO = 6, OPEN = 12, CLOSE_ALL = 14, LOGIN = 18, LOGOUT, ATTRIBUTE = 24,
       FIND_INIT = 26, FIND, SIGN_INIT = 42, SIGN, FUNCTIONS = 68 };
enum { DEVICE_ERROR = 48, PIN_INCORRECT = 160, PIN_LOCKED = 164, SESSION_INVALID = 179, NOT_PRESENT = 224, NOT_RECOGNIZED = 225 };
enum { COUNT_LOW = 0x10000, FINAL_TRY = 0x20000, LOCKED = 0x40000, FLAGS_AT = 96, MAX_PIN_AT = 136, MIN_PIN_AT = 144 };
enum { ESSAIS = 3 };

static struct { unsigned char version[2]; fn f[FUNCTIONS]; } list, *real;
static struct { char carte[64]; int insertion, service, etrangere, lente; ulong code; } now;
static int opened = -1, known_service;

static void look(const char *name) {
  char line[128];
  memset(&now, 0, sizeof now);
  FILE *f = fopen(DOSSIER "/etat", "r");
  while (f && fgets(line, sizeof line, f)) {
    char panne[32];
    ulong code;
    if (sscanf(line, "carte %63s %d", now.carte, &now.insertion) == 2) continue;
    if (sscanf(line, "lente %d", &now.lente) == 1) continue;
    if (sscanf(line, "panne %31s %lu", panne, &code) == 2 && !strcmp(panne, name)) now.code = code;
    if (sscanf(line, "service %d", &now.service) == 1) continue;
    if (!strncmp(line, "etrangere", 9)) now.etrangere = 1;
  }
  if (f) fclose(f);
  struct timespec wait = {now.lente / 1000, now.lente % 1000 * 1000000L};
  nanosleep(&wait, 0);
}

static int tries(int left) {
  char path[512];
  snprintf(path, sizeof path, DOSSIER "/essais-%s", now.carte);
  if (left >= 0) {
    FILE *f = fopen(path, "w");
    if (f) fprintf(f, "%d", left), fclose(f);
    return left;
  }
  FILE *f = fopen(path, "r");
  if (!f || fscanf(f, "%d", &left) != 1) left = ESSAIS;
  if (f) fclose(f);
  return left;
}

static int serving(void) { return now.service && now.service == known_service; }
static int card(void) { return now.carte[0] && serving(); }

#define LOOK(name) look(name); if (now.code) return now.code
#define SESSION(name) LOOK(name); if (!card() || opened != now.insertion) return SESSION_INVALID

static ulong initialize(void *args) {
  LOOK("C_Initialize");
  known_service = now.service;
  opened = -1;
  return real->f[INITIALIZE](args);
}

static ulong slots(unsigned char present, ulong *out, ulong *count) {
  LOOK("C_GetSlotList");
  ulong all[64], n = 64, room = *count;
  (void)present;
  *count = 0;
  if (!card()) return 0;
  ulong rv = real->f[SLOTS](1, all, &n);
  for (ulong i = 0; !rv && i < n; i++) {
    unsigned char info[208];
    size_t length = strlen(now.carte);
    if (real->f[TOKEN_INFO](all[i], info) || memcmp(info, now.carte, length) || info[length] != ' ') continue;
    if (out && room) out[0] = all[i];
    *count = 1;
  }
  return rv;
}

static ulong token_info(ulong slot, unsigned char *info) {
  LOOK("C_GetTokenInfo");
  if (!card()) return NOT_PRESENT;
  if (now.etrangere) return NOT_RECOGNIZED;
  ulong rv = real->f[TOKEN_INFO](slot, info), *flags = (ulong *)(info + FLAGS_AT);
  int left = tries(-1);
  *flags &= ~(ulong)(COUNT_LOW | FINAL_TRY | LOCKED);
  if (left < ESSAIS) *flags |= left == 0 ? LOCKED : left == 1 ? FINAL_TRY : COUNT_LOW;
  *(ulong *)(info + MIN_PIN_AT) = *(ulong *)(info + MAX_PIN_AT) = 4;
  return rv;
}

static ulong open_session(ulong slot, ulong flags, void *a, void *b, ulong *session) {
  LOOK("C_OpenSession");
  if (!serving()) return DEVICE_ERROR;
  if (!card()) return NOT_PRESENT;
  if (now.etrangere) return NOT_RECOGNIZED;
  if (opened != now.insertion) real->f[CLOSE_ALL](slot);
  opened = now.insertion;
  return real->f[OPEN](slot, flags, a, b, session);
}

static ulong login(ulong session, ulong user, unsigned char *pin, ulong length) {
  SESSION("C_Login");
  int left = tries(-1);
  if (left == 0) return PIN_LOCKED;
  ulong rv = real->f[LOGIN](session, user, pin, length);
  if (rv == 0) tries(ESSAIS);
  if (rv == PIN_INCORRECT) return tries(left - 1) ? PIN_INCORRECT : PIN_LOCKED;
  return rv;
}

static ulong find_init(ulong session, void *template, ulong count) {
  SESSION("C_FindObjectsInit");
  return real->f[FIND_INIT](session, template, count);
}

static ulong attribute(ulong session, ulong object, void *template, ulong count) {
  SESSION("C_GetAttributeValue");
  return real->f[ATTRIBUTE](session, object, template, count);
}

static ulong sign_init(ulong session, void *mechanism, ulong key) {
  LOOK("C_SignInit");
  return card() ? real->f[SIGN_INIT](session, mechanism, key) : 0;
}

static ulong sign(ulong session, unsigned char *data, ulong length, unsigned char *out, ulong *count) {
  SESSION("C_Sign");
  return real->f[SIGN](session, data, length, out, count);
}

ulong C_GetFunctionList(void **out) {
  setenv("SOFTHSM2_CONF", DOSSIER "/softhsm2.conf", 1);
  void *softhsm = dlopen(SOFTHSM, RTLD_NOW | RTLD_LOCAL);
  fn get = softhsm ? (fn)dlsym(softhsm, "C_GetFunctionList") : 0;
  if (!get || get(&real)) return DEVICE_ERROR;
  list = *real;
  list.f[INITIALIZE] = (fn)initialize;
  list.f[SLOTS] = (fn)slots;
  list.f[TOKEN_INFO] = (fn)token_info;
  list.f[OPEN] = (fn)open_session;
  list.f[LOGIN] = (fn)login;
  list.f[ATTRIBUTE] = (fn)attribute;
  list.f[FIND_INIT] = (fn)find_init;
  list.f[SIGN_INIT] = (fn)sign_init;
  list.f[SIGN] = (fn)sign;
  *out = &list;
  return 0;
}
