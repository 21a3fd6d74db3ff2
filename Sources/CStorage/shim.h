/* What the store needs of C libraries beyond what Swift can import directly. */
#ifndef KG_CSTORAGE_SHIM_H
#define KG_CSTORAGE_SHIM_H

#include <sqlite3.h>
#include <zlib.h>

/* sqlite3_db_config takes variable arguments, which Swift does not call. Returns a result code. */
static inline int kg_sqlite3_make_defensive(sqlite3 *connection) {
  int code = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
#ifdef SQLITE_DBCONFIG_TRUSTED_SCHEMA
  if (code == SQLITE_OK) {
    code = sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  }
#endif
  return code;
}

#ifdef __linux__
/* copy_file_range(2), which the C library declares for GNU programs only: copies up to `length` bytes from where
   one open file is to where the other is. Returns how many, 0 at the end, or -1 and errno. */
extern long kg_copy_file_range(int from, long long *from_offset, int to, long long *to_offset, unsigned long length,
                               unsigned int flags) __asm__("copy_file_range");
#endif

#endif
