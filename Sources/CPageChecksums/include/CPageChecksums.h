/* A layer below SQLite (a "VFS") that gives every page of a database file a checksum and refuses to read a
   page whose checksum does not hold. SQLite itself has none: of single flipped bits in a database, about half
   are seen neither by its queries nor by its integrity check.

   The checksum lies in the last bytes of each page, which a database can reserve for such a purpose (byte 20
   of its header; "Database File Format", sqlite.org, section 1.3.4). Other programs read such a database as
   any other.

   Through the layer a thin file is read as the whole database that it stands for (CPageFile.h). It is written by
   nobody in place. */
#ifndef KG_PAGE_CHECKSUMS_H
#define KG_PAGE_CHECKSUMS_H

#include "CPageFile.h"

#include <stddef.h>
#include <stdint.h>

/* Bytes of each page that hold its checksum: what a database must reserve. */
enum { KG_CHECKSUM_LENGTH = 8 };

/* The name under which the layer is known to SQLite, for the parameter `vfs` of a URI. */
const char *kg_checksum_vfs_name(void);

/* Makes the layer known to SQLite; further calls do nothing. `is_default` says whether databases opened without
   a name of a layer go through it. Returns a result code of SQLite. */
int kg_checksum_vfs_register(int is_default);

/* The checksum of a page of `size` bytes (without the last KG_CHECKSUM_LENGTH of them) at `number`, counted from
   1. Each single changed word changes it, as does another number. */
uint64_t kg_page_checksum(const uint8_t *page, size_t size, uint64_t number);

#endif
