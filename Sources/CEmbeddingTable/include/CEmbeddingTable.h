#ifndef KG_EMBEDDING_TABLE_H
#define KG_EMBEDDING_TABLE_H

#include <stddef.h>
#include <stdint.h>

// The table of sub-word vectors that the trainer made, as it lies in the program's file: it is read from there when
// it is touched. See `EmbeddingTable` for its form.
const void *kg_embedding_table_start(void);

// Bytes of the table.
extern const size_t kg_embedding_table_size;

// Vectors of definitions of many packages, 256 bytes each, that the trainer chose. See `VectorBackground`.
const int8_t *kg_embedding_background_start(void);

// Bytes of all of them.
extern const size_t kg_embedding_background_size;

#endif
