#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A library with the three functions of the API de lecture Vitale, and the manners its callers report: 0 everywhere is a
   success, nothing works before Hn_Init nor without its tables. What it answers is read, at each call, in the folder given
   to Hn_Init: `reponse.xml` is the card (none: no card), and `pannes` holds one word a line:

     panne FONCTION CODE    the function fails with this error
     lente MILLISECONDES    each reading lasts that long
     plante                 the reading kills the process

   Signatures: three public integrations of api_lec that agree. */

enum { SANS_INIT = 2, TAMPON_COURT = 3, SANS_CARTE = 61441 };

static char folder[512];
static int ready;

static FILE *file(const char *name) {
  char path[600];
  snprintf(path, sizeof path, "%s%s", folder, name);
  return fopen(path, "rb");
}

static unsigned short fault(const char *name) {
  char line[128], function[64];
  unsigned short code = 0, found;
  long wait;
  FILE *f = file("pannes");
  while (f && fgets(line, sizeof line, f)) {
    if (sscanf(line, "panne %63s %hu", function, &found) == 2 && !strcmp(function, name)) code = found;
    if (strcmp(name, "Hn_Lecture")) continue;
    if (sscanf(line, "lente %ld", &wait) == 1) {
      struct timespec t = {wait / 1000, wait % 1000 * 1000000L};
      nanosleep(&t, 0);
    }
    if (!strncmp(line, "plante", 6)) abort();
  }
  if (f) fclose(f);
  return code;
}

unsigned short Hn_Init(unsigned char *path, unsigned short *mode, unsigned short *err) {
  snprintf(folder, sizeof folder, "%s", path);
  *mode = 0;
  *err = fault("Hn_Init");
  ready = *err == 0;
  return *err != 0;
}

unsigned short Hn_LectureVitaleDonneesIdentification(short wait, char *out, unsigned int *len, short *state,
                                                     unsigned short *err) {
  (void)wait;
  *state = 0;
  *err = ready ? fault("Hn_Lecture") : SANS_INIT;
  if (*err) return 1;
  FILE *f = file("reponse.xml");
  if (!f) {
    *state = 1;
    *err = SANS_CARTE;
    return 1;
  }
  size_t read = fread(out, 1, *len, f);
  int more = fgetc(f) != EOF;
  fclose(f);
  if (more) {
    *err = TAMPON_COURT;
    return 1;
  }
  *len = (unsigned int)read;
  return 0;
}

unsigned short Hn_Finir(unsigned short *err) {
  ready = 0;
  *err = fault("Hn_Finir");
  return *err != 0;
}
