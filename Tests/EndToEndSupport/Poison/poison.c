// Preloaded into tokumei by a test: whoever opens a file with "poison" in its path dies of the signal in TOKUMEI_POISON.
// It stands for a bug in a library that a hostile file reaches.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

static void taste(const char *path) {
  const char *number = getenv("TOKUMEI_POISON");
  if (number == NULL || path == NULL || strstr(path, "poison") == NULL) return;
  // Dispatch's threads block signals; a crash is not blocked.
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_UNBLOCK, &all, NULL);
  signal(atoi(number), SIG_DFL);
  raise(atoi(number));
}

#define OPEN(NAME)                                                                   \
  int NAME(const char *path, int flags, ...) {                                       \
    va_list arguments;                                                               \
    va_start(arguments, flags);                                                      \
    mode_t mode = va_arg(arguments, mode_t);                                         \
    va_end(arguments);                                                               \
    taste(path);                                                                     \
    int (*next)(const char *, int, ...) = dlsym(RTLD_NEXT, #NAME);                   \
    return next(path, flags, mode);                                                  \
  }

#define FOPEN(NAME)                                                                  \
  FILE *NAME(const char *path, const char *mode) {                                   \
    taste(path);                                                                     \
    FILE *(*next)(const char *, const char *) = dlsym(RTLD_NEXT, #NAME);             \
    return next(path, mode);                                                         \
  }

OPEN(open)
OPEN(open64)
FOPEN(fopen)
FOPEN(fopen64)
