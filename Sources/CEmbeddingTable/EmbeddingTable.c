#include "CEmbeddingTable.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char table[] = {
#embed "embedding.bin"
};

const size_t kg_embedding_table_size = sizeof table;

const void *kg_embedding_table_start(void) { return table; }

_Alignas(64) static const int8_t background[] = {
#embed "background.bin"
};

const size_t kg_embedding_background_size = sizeof background;

const int8_t *kg_embedding_background_start(void) { return background; }
