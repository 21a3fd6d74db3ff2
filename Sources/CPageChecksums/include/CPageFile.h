/* The pages of a database file, which holds all of them or is thin: a thin file holds only those that are other
   than a base's, which lies beside it under the name FILE.base-DIGEST.

   A thin file, in pages of the database's size, all numbers little endian:

     page 1 of the database, so that the file shows what it is
     the map: the magic (16 bytes), the digest of the base (8), the numbers of pages of the base, of the whole and of
       those that are held besides page 1 (4 each), then the held ones' numbers, ascending (4 each). It fills as
       many pages as it needs, less the last KG_CHECKSUM_LENGTH bytes of each, which hold the page's checksum under
       a number that no page of a database has
     the held pages, in that order, each with its checksum under its true number

   The file is smaller than the number of pages in its header says; so a whole database is never taken for one. */
#ifndef KG_PAGE_FILE_H
#define KG_PAGE_FILE_H

#include <stddef.h>
#include <stdint.h>

/* An open file; its base, too, if it is thin. It goes on being read after both names went to others. */
typedef struct KGPageFile KGPageFile;

/* How opening ended. */
enum {
  KG_PAGE_FILE_OPEN,
  /* The system refused; errno says why. ELOOP: a link. */
  KG_PAGE_FILE_UNREADABLE,
  /* No regular file, or a map that no writer makes. */
  KG_PAGE_FILE_DAMAGED,
  /* The base is not there, or has another size than its own. */
  KG_PAGE_FILE_WITHOUT_BASE,
};

/* Opens the file at `path` with pages of `page_size` bytes; links are not followed. Where a writer replaces it and its
   base meanwhile it is opened anew. With `needs_base` 0 the base is left closed: its pages cannot be read. `*result`
   is NULL unless it is open. The memory it takes is at most a 512th of the file's size, and a little. */
int kg_page_file_open(const char *path, uint32_t page_size, int needs_base, KGPageFile **result);

/* Closes it; NULL is nothing. */
void kg_page_file_close(KGPageFile *file);

/* The descriptor that the file itself is read through; it stays the file's. */
int kg_page_file_descriptor(const KGPageFile *file);

/* The bytes of a page. */
uint32_t kg_page_file_page_size(const KGPageFile *file);

/* How many pages the database has. */
uint32_t kg_page_file_count(const KGPageFile *file);

/* The bytes that the file itself takes. */
uint64_t kg_page_file_size(const KGPageFile *file);

/* True if the file is thin; the digest of its base then, and the number of the base's pages. */
int kg_page_file_base(const KGPageFile *file, uint64_t *digest, uint32_t *count);

/* Reads `size` bytes that lie `offset` bytes into the page `number`, counted from 1, and do not go beyond it.
   Returns how many there were, fewer only where the file ends; -1 and errno if the system refuses. */
long kg_page_file_read(const KGPageFile *file, uint32_t number, uint32_t offset, void *buffer, uint32_t size);

/* How many bytes the map of a thin file takes that holds so many pages beside page 1. */
size_t kg_thin_map_size(uint32_t held, uint32_t page_size);

/* Writes a map of that size. `numbers` are ascending, above 1 and at most `count`. */
void kg_thin_map_write(
    uint8_t *map, uint32_t page_size, uint64_t base_digest, uint32_t base_count, uint32_t count,
    const uint32_t *numbers, uint32_t held);

#endif
