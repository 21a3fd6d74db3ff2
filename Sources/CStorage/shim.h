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

#endif
