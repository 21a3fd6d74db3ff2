#include "CPageFile.h"

#include "CPageChecksums.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char magic[16] = "kg thin index 1";

enum {
  /* Before the numbers in a map. */
  map_head = 36,
  /* What of a database's header is looked at. */
  header_size = 100,
  /* A file that is replaced again and again while it is opened is given up. */
  most_tries = 8,
};

struct KGPageFile {
  int file;
  /* -1 if there is none. */
  int base;
  uint64_t size;
  uint32_t page_size;
  uint32_t count;
  int is_thin;
  uint64_t base_digest;
  uint32_t base_count;
  /* Where the first page after the map begins. */
  uint64_t held_place;
  /* How many numbers there are: the held pages beside page 1, ascending. */
  uint32_t held;
  uint32_t numbers[];
};

/* ---- Bytes ---- */

static uint64_t little(const uint8_t *bytes, int length) {
  uint64_t value = 0;
  for (int index = length - 1; index >= 0; index--) value = value << 8 | bytes[index];
  return value;
}

static void put_little(uint8_t *bytes, uint64_t value, int length) {
  for (int index = 0; index < length; index++) bytes[index] = (uint8_t)(value >> 8 * index);
}

static uint32_t big(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* Reads until the end of the file at the latest; how many bytes there were, or -1. */
static long read_fully(int file, void *buffer, size_t size, uint64_t place) {
  size_t count = 0;
  while (count < size) {
    ssize_t taken = pread(file, (char *)buffer + count, size - count, (off_t)(place + count));
    if (taken < 0 && errno == EINTR) continue;
    if (taken < 0) return -1;
    if (taken == 0) break;
    count += (size_t)taken;
  }
  return (long)count;
}

/* ---- The map ---- */

/* Bytes of a page that a map can use. */
static uint32_t map_room(uint32_t page_size) { return page_size - KG_CHECKSUM_LENGTH; }

/* The number of a map's page, from 0, for its checksum. */
static uint64_t map_number(uint64_t index) { return UINT64_MAX - index; }

static uint64_t map_pages(uint32_t held, uint32_t page_size) {
  uint64_t bytes = map_head + (uint64_t)held * 4;
  return (bytes + map_room(page_size) - 1) / map_room(page_size);
}

size_t kg_thin_map_size(uint32_t held, uint32_t page_size) {
  return (size_t)(map_pages(held, page_size) * page_size);
}

/* The place of the number at `index` in a map. Numbers are four bytes, as are all that come before and what a page
   has room for: none lies in two pages. */
static size_t number_place(uint32_t index, uint32_t page_size) {
  uint64_t byte = map_head + (uint64_t)index * 4;
  return (size_t)(byte / map_room(page_size) * page_size + byte % map_room(page_size));
}

void kg_thin_map_write(
    uint8_t *map, uint32_t page_size, uint64_t base_digest, uint32_t base_count, uint32_t count,
    const uint32_t *numbers, uint32_t held) {
  size_t size = kg_thin_map_size(held, page_size);
  memset(map, 0, size);
  memcpy(map, magic, sizeof magic);
  put_little(map + 16, base_digest, 8);
  put_little(map + 24, base_count, 4);
  put_little(map + 28, count, 4);
  put_little(map + 32, held, 4);
  for (uint32_t index = 0; index < held; index++) {
    put_little(map + number_place(index, page_size), numbers[index], 4);
  }
  for (size_t page = 0; page < size / page_size; page++) {
    uint8_t *start = map + page * page_size;
    put_little(
        start + map_room(page_size), kg_page_checksum(start, page_size, map_number(page)), KG_CHECKSUM_LENGTH);
  }
}

/* True if the numbers name pages as they must: ascending, and with the base's all that there are. */
static int is_complete(const KGPageFile *file) {
  uint32_t last = 1, beyond = 0;
  for (uint32_t index = 0; index < file->held; index++) {
    uint32_t number = file->numbers[index];
    if (number <= last || number > file->count) return 0;
    if (number > file->base_count) beyond++;
    last = number;
  }
  uint32_t needed = file->count > file->base_count ? file->count - file->base_count : 0;
  return file->base_count > 0 && beyond == needed;
}

/* Fills in what the map says; `count` is the number of pages in the database's header. */
static int read_map(KGPageFile **file, uint32_t count) {
  KGPageFile *head = *file;
  uint8_t start[map_head];
  if (read_fully(head->file, start, map_head, head->page_size) != map_head) return KG_PAGE_FILE_DAMAGED;
  uint32_t held = (uint32_t)little(start + 32, 4);
  uint64_t pages = map_pages(held, head->page_size);
  /* What the file's size bounds is also what memory is asked for. */
  if (head->size != (1 + pages + held) * head->page_size) return KG_PAGE_FILE_DAMAGED;
  size_t size = (size_t)(pages * head->page_size);
  uint8_t *map = malloc(size);
  KGPageFile *whole = realloc(head, sizeof *head + (size_t)held * sizeof head->numbers[0]);
  if (whole != NULL) *file = whole;
  if (map == NULL || whole == NULL) {
    free(map);
    errno = ENOMEM;
    return KG_PAGE_FILE_UNREADABLE;
  }
  long taken = read_fully(whole->file, map, size, whole->page_size);
  int result = taken < 0 ? KG_PAGE_FILE_UNREADABLE : KG_PAGE_FILE_OPEN;
  if (taken >= 0 && taken != (long)size) result = KG_PAGE_FILE_DAMAGED;
  for (size_t page = 0; page < pages && result == KG_PAGE_FILE_OPEN; page++) {
    const uint8_t *bytes = map + page * whole->page_size;
    if (little(bytes + map_room(whole->page_size), KG_CHECKSUM_LENGTH)
        != kg_page_checksum(bytes, whole->page_size, map_number(page))) {
      result = KG_PAGE_FILE_DAMAGED;
    }
  }
  if (result == KG_PAGE_FILE_OPEN) {
    whole->is_thin = 1;
    whole->base_digest = little(map + 16, 8);
    whole->base_count = (uint32_t)little(map + 24, 4);
    whole->count = (uint32_t)little(map + 28, 4);
    whole->held = held;
    whole->held_place = (1 + pages) * whole->page_size;
    for (uint32_t index = 0; index < held; index++) {
      whole->numbers[index] = (uint32_t)little(map + number_place(index, whole->page_size), 4);
    }
    /* The head was read twice; both must have been the same. */
    if (whole->count != count || little(map + 32, 4) != held || !is_complete(whole)) {
      result = KG_PAGE_FILE_DAMAGED;
    }
  }
  free(map);
  return result;
}

/* ---- Files ---- */

/* Opens a regular file without waiting and without following a link; -1 if there is none. */
static int open_regular(const char *path, uint64_t *size, int *result) {
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat status;
  *result = KG_PAGE_FILE_UNREADABLE;
  if (file < 0) return -1;
  if (fstat(file, &status) == 0) {
    if (S_ISREG(status.st_mode)) {
      *size = (uint64_t)status.st_size;
      *result = KG_PAGE_FILE_OPEN;
      return file;
    }
    *result = KG_PAGE_FILE_DAMAGED;
  }
  int code = errno;
  close(file);
  errno = code;
  return -1;
}

static int open_base(KGPageFile *file, const char *path) {
  size_t size = strlen(path) + 32;
  char *name = malloc(size);
  if (name == NULL) return errno = ENOMEM, KG_PAGE_FILE_UNREADABLE;
  snprintf(name, size, "%s.base-%016llx", path, (unsigned long long)file->base_digest);
  uint64_t base_size = 0;
  int result;
  file->base = open_regular(name, &base_size, &result);
  int reason = errno;
  free(name);
  errno = reason;
  if (file->base >= 0 && base_size == (uint64_t)file->base_count * file->page_size) return KG_PAGE_FILE_OPEN;
  /* Too many open files, no permission: the base may well be there. */
  if (result == KG_PAGE_FILE_UNREADABLE && errno != ENOENT && errno != ELOOP) return result;
  return KG_PAGE_FILE_WITHOUT_BASE;
}

static int open_once(const char *path, uint32_t page_size, int needs_base, KGPageFile **result) {
  uint64_t size = 0;
  int code;
  int descriptor = open_regular(path, &size, &code);
  if (descriptor < 0) return code;
  KGPageFile *file = calloc(1, sizeof *file);
  if (file == NULL) {
    close(descriptor);
    errno = ENOMEM;
    return KG_PAGE_FILE_UNREADABLE;
  }
  *result = file;
  file->file = descriptor;
  file->base = -1;
  file->size = size;
  file->page_size = page_size;
  uint64_t pages = (size + page_size - 1) / page_size;
  if (pages > UINT32_MAX) return KG_PAGE_FILE_DAMAGED;
  file->count = (uint32_t)pages;

  uint8_t header[header_size];
  char start[sizeof magic];
  uint32_t count = 0;
  if (read_fully(descriptor, header, header_size, 0) == header_size) count = big(header + 28);
  if (pages >= count || read_fully(descriptor, start, sizeof start, page_size) != sizeof start
      || memcmp(start, magic, sizeof magic) != 0) {
    return KG_PAGE_FILE_OPEN;
  }
  code = read_map(result, count);
  return code == KG_PAGE_FILE_OPEN && needs_base ? open_base(*result, path) : code;
}

int kg_page_file_open(const char *path, uint32_t page_size, int needs_base, KGPageFile **result) {
  int code = KG_PAGE_FILE_UNREADABLE;
  for (int tries = 0; tries < most_tries; tries++) {
    *result = NULL;
    code = open_once(path, page_size, needs_base, result);
    if (code == KG_PAGE_FILE_OPEN) return code;
    int reason = errno;
    kg_page_file_close(*result);
    *result = NULL;
    errno = reason;
    if (code != KG_PAGE_FILE_WITHOUT_BASE) return code;
  }
  return code;
}

void kg_page_file_close(KGPageFile *file) {
  if (file == NULL) return;
  close(file->file);
  if (file->base >= 0) close(file->base);
  free(file);
}

int kg_page_file_descriptor(const KGPageFile *file) { return file->file; }

uint32_t kg_page_file_page_size(const KGPageFile *file) { return file->page_size; }

uint32_t kg_page_file_count(const KGPageFile *file) { return file->count; }

uint64_t kg_page_file_size(const KGPageFile *file) { return file->size; }

int kg_page_file_base(const KGPageFile *file, uint64_t *digest, uint32_t *count) {
  *digest = file->base_digest;
  *count = file->base_count;
  return file->is_thin;
}

/* The file that holds a page, and where in it. */
static int locate(const KGPageFile *file, uint32_t number, uint64_t *place) {
  *place = (uint64_t)(number - 1) * file->page_size;
  if (!file->is_thin || number == 1) return file->file;
  uint32_t low = 0, high = file->held;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (file->numbers[middle] < number) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == file->held || file->numbers[low] != number) return file->base;
  *place = file->held_place + (uint64_t)low * file->page_size;
  return file->file;
}

long kg_page_file_read(const KGPageFile *file, uint32_t number, uint32_t offset, void *buffer, uint32_t size) {
  if (number == 0 || number > file->count) return 0;
  uint64_t place;
  int source = locate(file, number, &place);
  return read_fully(source, buffer, size, place + offset);
}
