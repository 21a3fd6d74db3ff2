#include "CEmbeddingTable.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char table[] = {
#embed "embedding.bin"
};

const size_t kg_embedding_table_size = sizeof table;

const void *kg_embedding_table_start(void) { return table; }
