/* Loaded before the C library into a process under test: fails, shortens, or records what the process does to
   files below one folder.

   FAULT_FOLDER  the folder, with all links resolved
   FAULT_AT      counts calls from 1; what happens at that one is said by FAULT_KIND
   FAULT_KIND    kill, eio, enospc: at this call; +eio, +enospc: at this and all later ones; short: half of it
                 is written, the rest is reported as no space
   FAULT_LOG     a file that gets one record for each call, in their order
   FAULT_WATCHES how many directories can be watched, whatever the folder
   FAULT_MARKUP  if set, the library that reads HTML never gets ready: whoever asks for it waits for ever */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_int calls;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int is_watched(const char *path) {
  const char *folder = getenv("FAULT_FOLDER");
  size_t length = folder == NULL ? 0 : strlen(folder);
  return length > 0 && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

/* The path of an open file; empty if it is none that is watched. */
static const char *path_of(int descriptor, char path[PATH_MAX]) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  path[length < 0 ? 0 : length] = 0;
  if (!is_watched(path)) path[0] = 0;
  return path;
}

/* A record: the operation's letter, three numbers of 8 bytes (offset; lengths of path and data), both. In one call,
   so that those of several threads are not mixed. */
static void record(char operation, int64_t offset, const char *path, const void *data, size_t size) {
  const char *name = getenv("FAULT_LOG");
  if (name == NULL) return;
  int log = open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  int64_t numbers[3] = {offset, (int64_t)strlen(path), (int64_t)size};
  struct iovec parts[] = {
      {&operation, 1}, {numbers, sizeof numbers}, {(void *)path, strlen(path)}, {(void *)data, size}};
  ssize_t whole = 0;
  for (int part = 0; part < 4; part++) whole += (ssize_t)parts[part].iov_len;
  if (writev(log, parts, 4) != whole) abort();
  close(log);
}

/* Counts a call; the error it shall fail with, -1 for a short write, or 0. */
static int fault(void) {
  const char *at = getenv("FAULT_AT"), *kind = getenv("FAULT_KIND");
  int call = atomic_fetch_add(&calls, 1) + 1;
  if (at == NULL || kind == NULL) return 0;
  int stays = kind[0] == '+';
  if (stays ? call < atoi(at) : call != atoi(at)) return 0;
  kind += stays;
  if (strcmp(kind, "kill") == 0) kill(getpid(), SIGKILL);
  if (strcmp(kind, "short") == 0) return -1;
  return strcmp(kind, "enospc") == 0 ? ENOSPC : EIO;
}

static ssize_t written(int descriptor, const void *data, size_t size, off_t offset, int at_place) {
  char path[PATH_MAX];
  if (*path_of(descriptor, path)) {
    int code = fault();
    if (code > 0) return errno = code, -1;
    if (code < 0) size = size / 2;
    off_t place = at_place ? offset : lseek(descriptor, 0, SEEK_CUR);
    record('w', place, path, data, size);
  }
  return at_place ? REAL(pwrite)(descriptor, data, size, offset) : REAL(write)(descriptor, data, size);
}

ssize_t write(int descriptor, const void *data, size_t size) { return written(descriptor, data, size, 0, 0); }

ssize_t pwrite(int descriptor, const void *data, size_t size, off_t offset) {
  return written(descriptor, data, size, offset, 1);
}

ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t offset) {
  return written(descriptor, data, size, offset, 1);
}

static int synchronized(int descriptor) {
  char path[PATH_MAX];
  if (!*path_of(descriptor, path)) return 0;
  int code = fault();
  if (code != 0) return errno = code > 0 ? code : EIO, -1;
  record('s', 0, path, "", 0);
  return 0;
}

int fsync(int descriptor) { return synchronized(descriptor) ? -1 : REAL(fsync)(descriptor); }
int fdatasync(int descriptor) { return synchronized(descriptor) ? -1 : REAL(fdatasync)(descriptor); }

static int shortened(int descriptor, off_t size) {
  char path[PATH_MAX];
  if (!*path_of(descriptor, path)) return 0;
  int code = fault();
  if (code != 0) return errno = code > 0 ? code : EIO, -1;
  record('t', size, path, "", 0);
  return 0;
}

int ftruncate(int descriptor, off_t size) {
  return shortened(descriptor, size) ? -1 : REAL(ftruncate)(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) {
  return shortened(descriptor, size) ? -1 : REAL(ftruncate)(descriptor, size);
}

int rename(const char *old, const char *new) {
  if (is_watched(new)) {
    int code = fault();
    if (code != 0) return errno = code > 0 ? code : EIO, -1;
    record('r', 0, old, new, strlen(new));
  }
  return REAL(rename)(old, new);
}

int unlink(const char *path) {
  if (is_watched(path)) {
    if (fault() > 0) return errno = EIO, -1;
    record('u', 0, path, "", 0);
  }
  return REAL(unlink)(path);
}

int linkat(int old_folder, const char *old, int new_folder, const char *new, int flags) {
  if (is_watched(new)) {
    int code = fault();
    if (code != 0) return errno = code > 0 ? code : EIO, -1;
    record('l', 0, new, old, strlen(old));
  }
  return REAL(linkat)(old_folder, old, new_folder, new, flags);
}

ssize_t copy_file_range(
    int from, off64_t *from_place, int to, off64_t *to_place, size_t size, unsigned flags) {
  char path[PATH_MAX];
  /* Not recorded: who is watched must write. */
  if (*path_of(to, path)) return errno = EXDEV, -1;
  return REAL(copy_file_range)(from, from_place, to, to_place, size, flags);
}

int inotify_add_watch(int descriptor, const char *path, uint32_t mask) {
  static atomic_int watches;
  const char *limit = getenv("FAULT_WATCHES");
  if (limit != NULL && atomic_fetch_add(&watches, 1) >= atoi(limit)) return errno = ENOSPC, -1;
  return REAL(inotify_add_watch)(descriptor, path, mask);
}

void xmlInitParser(void) {
  while (getenv("FAULT_MARKUP") != NULL) pause();
  void (*real)(void) = (void (*)(void))dlsym(RTLD_NEXT, "xmlInitParser");
  if (real != NULL) real();
}
