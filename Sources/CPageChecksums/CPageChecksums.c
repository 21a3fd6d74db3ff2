#include "CPageChecksums.h"

#include <sqlite3.h>
#include <string.h>

static const char layer_name[] = "kg-checksum";

const char *kg_checksum_vfs_name(void) { return layer_name; }

/* ---- The checksum ---- */

static uint64_t word_at(const uint8_t *bytes) {
  uint64_t word = 0;
  for (int index = 7; index >= 0; index--) word = word << 8 | bytes[index];
  return word;
}

uint64_t kg_page_checksum(const uint8_t *page, size_t size, uint64_t number) {
  /* Each step is a bijection of the state for a given word, and of the word for a given state: a change of one
     word cannot be lost. The constants are those of the finaliser of SplitMix64. */
  uint64_t state = number * 0x9E3779B97F4A7C15u;
  for (size_t place = 0; place + 8 <= size - KG_CHECKSUM_LENGTH; place += 8) {
    state = (state ^ word_at(page + place)) * 0xBF58476D1CE4E5B9u;
    state ^= state >> 29;
  }
  state *= 0x94D049BB133111EBu;
  return state ^ state >> 32;
}

/* ---- Files ---- */

/* An open database file. The file of the layer below follows it in the same memory. */
typedef struct ChecksumFile {
  sqlite3_file base;
  /* What is read in place of the file below, where that is thin; NULL if not. */
  KGPageFile *pages;
} ChecksumFile;

static sqlite3_file *below(sqlite3_file *file) { return (sqlite3_file *)((ChecksumFile *)file + 1); }

enum { largest_page = 65536 };

/* True if so many bytes from there on are one page. Pages are read and written as a whole; what is shorter is
   the file's header alone. */
static int is_page(int amount, sqlite3_int64 offset) {
  return amount >= 512 && amount <= largest_page && (amount & (amount - 1)) == 0 && offset % amount == 0;
}

static KGPageFile *thin(sqlite3_file *file) { return ((ChecksumFile *)file)->pages; }

/* Reads of a thin file. SQLite reads pages, or the beginning of the first. */
static int thin_read(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset) {
  uint32_t size = kg_page_file_page_size(thin(file));
  if (offset < 0 || amount < 0 || offset / size >= UINT32_MAX || offset % size + amount > size) {
    return SQLITE_IOERR_READ;
  }
  long count = kg_page_file_read(
      thin(file), (uint32_t)(offset / size) + 1, (uint32_t)(offset % size), buffer, (uint32_t)amount);
  if (count < 0) return SQLITE_IOERR_READ;
  memset((char *)buffer + count, 0, (size_t)(amount - count));
  return count == amount ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

static int file_read(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset) {
  int code = thin(file) != NULL ? thin_read(file, buffer, amount, offset)
                                : below(file)->pMethods->xRead(below(file), buffer, amount, offset);
  if (code != SQLITE_OK || !is_page(amount, offset)) return code;
  const uint8_t *page = buffer;
  uint64_t expected = kg_page_checksum(page, (size_t)amount, (uint64_t)(offset / amount) + 1);
  return word_at(page + amount - KG_CHECKSUM_LENGTH) == expected ? SQLITE_OK : SQLITE_IOERR_DATA;
}

static int file_write(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset) {
  if (thin(file) != NULL) return SQLITE_READONLY;
  if (!is_page(amount, offset)) return below(file)->pMethods->xWrite(below(file), buffer, amount, offset);
  uint8_t page[largest_page];
  memcpy(page, buffer, (size_t)amount);
  uint64_t checksum = kg_page_checksum(page, (size_t)amount, (uint64_t)(offset / amount) + 1);
  for (int index = 0; index < KG_CHECKSUM_LENGTH; index++) {
    page[amount - KG_CHECKSUM_LENGTH + index] = (uint8_t)(checksum >> 8 * index);
  }
  return below(file)->pMethods->xWrite(below(file), page, amount, offset);
}

static int file_close(sqlite3_file *file) {
  kg_page_file_close(thin(file));
  ((ChecksumFile *)file)->pages = NULL;
  return below(file)->pMethods->xClose(below(file));
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
  if (thin(file) != NULL) return SQLITE_READONLY;
  return below(file)->pMethods->xTruncate(below(file), size);
}

static int file_sync(sqlite3_file *file, int flags) {
  return below(file)->pMethods->xSync(below(file), flags);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
  if (thin(file) != NULL) {
    *size = (sqlite3_int64)kg_page_file_count(thin(file)) * kg_page_file_page_size(thin(file));
    return SQLITE_OK;
  }
  return below(file)->pMethods->xFileSize(below(file), size);
}

static int file_lock(sqlite3_file *file, int level) {
  return below(file)->pMethods->xLock(below(file), level);
}

static int file_unlock(sqlite3_file *file, int level) {
  return below(file)->pMethods->xUnlock(below(file), level);
}

static int file_check_reserved(sqlite3_file *file, int *result) {
  return below(file)->pMethods->xCheckReservedLock(below(file), result);
}

static int file_control(sqlite3_file *file, int operation, void *argument) {
  return below(file)->pMethods->xFileControl(below(file), operation, argument);
}

static int file_sector_size(sqlite3_file *file) {
  return below(file)->pMethods->xSectorSize(below(file));
}

static int file_characteristics(sqlite3_file *file) {
  return below(file)->pMethods->xDeviceCharacteristics(below(file));
}

/* Version 1: no shared memory, so no write-ahead log, and no memory mapping, which would go past the checks. */
static const sqlite3_io_methods file_methods = {
    .iVersion = 1,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_check_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_characteristics,
};

/* ---- The layer ---- */

static sqlite3_vfs *vfs_below(sqlite3_vfs *vfs) { return vfs->pAppData; }

/* Looks whether a file that was opened for reading may be thin: it is smaller than its header says. All of it is then
   read through what opens it anew with its base, which sees one state of both, whatever a writer replaces. */
static int find_base(sqlite3_file *file, const char *name) {
  enum { header_size = 100 };
  uint8_t header[header_size];
  sqlite3_int64 size = 0;
  sqlite3_file *real = below(file);
  int code = real->pMethods->xFileSize(real, &size);
  if (code != SQLITE_OK || size < header_size) return code;
  code = real->pMethods->xRead(real, header, header_size, 0);
  if (code != SQLITE_OK) return code;
  /* Big endian; 1 stands for the largest. "Database File Format", sqlite.org, section 1.3. */
  uint32_t page_size = (uint32_t)header[16] << 8 | header[17];
  if (page_size == 1) page_size = largest_page;
  uint32_t count = (uint32_t)header[28] << 24 | (uint32_t)header[29] << 16 | (uint32_t)header[30] << 8 | header[31];
  if (!is_page((int)page_size, 0) || size >= (sqlite3_int64)count * page_size) return SQLITE_OK;
  switch (kg_page_file_open(name, page_size, 1, &((ChecksumFile *)file)->pages)) {
    case KG_PAGE_FILE_OPEN: return SQLITE_OK;
    case KG_PAGE_FILE_DAMAGED: return SQLITE_CORRUPT;
    default: return SQLITE_CANTOPEN;
  }
}

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *opened) {
  sqlite3_vfs *real = vfs_below(vfs);
  /* Journals and temporary files are no databases: the layer below opens them in place. */
  if (!(flags & SQLITE_OPEN_MAIN_DB)) return real->xOpen(real, name, file, flags, opened);
  file->pMethods = NULL;
  ((ChecksumFile *)file)->pages = NULL;
  int code = real->xOpen(real, name, below(file), flags, opened);
  /* What the layer below opened, even in vain, must be closed through it. */
  if (below(file)->pMethods != NULL) file->pMethods = &file_methods;
  if (code == SQLITE_OK && name != NULL && flags & SQLITE_OPEN_READONLY) code = find_base(file, name);
  return code;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *name, int synchronize) {
  return vfs_below(vfs)->xDelete(vfs_below(vfs), name, synchronize);
}

static int vfs_access(sqlite3_vfs *vfs, const char *name, int flags, int *result) {
  return vfs_below(vfs)->xAccess(vfs_below(vfs), name, flags, result);
}

static int vfs_full_pathname(sqlite3_vfs *vfs, const char *name, int size, char *result) {
  return vfs_below(vfs)->xFullPathname(vfs_below(vfs), name, size, result);
}

static int vfs_randomness(sqlite3_vfs *vfs, int size, char *result) {
  return vfs_below(vfs)->xRandomness(vfs_below(vfs), size, result);
}

static int vfs_sleep(sqlite3_vfs *vfs, int microseconds) {
  return vfs_below(vfs)->xSleep(vfs_below(vfs), microseconds);
}

static int vfs_time(sqlite3_vfs *vfs, double *time) {
  return vfs_below(vfs)->xCurrentTime(vfs_below(vfs), time);
}

static int vfs_last_error(sqlite3_vfs *vfs, int size, char *result) {
  return vfs_below(vfs)->xGetLastError(vfs_below(vfs), size, result);
}

static int vfs_time_int64(sqlite3_vfs *vfs, sqlite3_int64 *time) {
  return vfs_below(vfs)->xCurrentTimeInt64(vfs_below(vfs), time);
}

int kg_checksum_vfs_register(int is_default) {
  /* Written by whoever comes first, under the mutex below; never changed once SQLite knows it. */
  static sqlite3_vfs layer;
  int code = sqlite3_initialize();
  if (code != SQLITE_OK) return code;
  sqlite3_mutex *mutex = sqlite3_mutex_alloc(SQLITE_MUTEX_STATIC_APP1);
  sqlite3_mutex_enter(mutex);
  if (sqlite3_vfs_find(layer_name) == NULL) {
    sqlite3_vfs *real = sqlite3_vfs_find(NULL);
    if (real == NULL || real->iVersion < 2) {
      code = SQLITE_NOTFOUND;
    } else {
      layer = (sqlite3_vfs){
          .iVersion = 2,
          .szOsFile = (int)sizeof(ChecksumFile) + real->szOsFile,
          .mxPathname = real->mxPathname,
          .zName = layer_name,
          .pAppData = real,
          .xOpen = vfs_open,
          .xDelete = vfs_delete,
          .xAccess = vfs_access,
          .xFullPathname = vfs_full_pathname,
          .xRandomness = vfs_randomness,
          .xSleep = vfs_sleep,
          .xCurrentTime = vfs_time,
          .xGetLastError = vfs_last_error,
          .xCurrentTimeInt64 = vfs_time_int64,
      };
      code = sqlite3_vfs_register(&layer, is_default);
    }
  }
  sqlite3_mutex_leave(mutex);
  return code;
}
