#ifndef KG_VECTOR_KERNEL_H
#define KG_VECTOR_KERNEL_H

#include <stddef.h>
#include <stdint.h>

// Loops over vectors of 256 signed bytes, each compiled for several instruction sets; the best one that the
// machine has is chosen at the first call. All of them give the same numbers. Nothing needs alignment.

// Components of a vector, and bytes of its sign code.
enum { KG_VECTOR_DIMENSION = 256, KG_SIGN_BYTES = 32 };

// Writes to scores[i] the dot product of `query` and the i-th of `count` vectors that lie one after the other.
void kg_scan_dot(const int8_t *query, const int8_t *vectors, size_t count, int32_t *scores);

// Writes to distances[i] in how many of 256 bits `query` and the i-th of `count` codes differ.
void kg_scan_hamming(const uint8_t *query, const uint8_t *codes, size_t count, uint16_t *distances);

// sum[d] = factors[0] * rows[indices[0]][d] + factors[1] * rows[indices[1]][d] + … for all 256 components, `count`
// terms from left to right; each product and each sum is rounded by itself, so the result is the same on every
// machine. `rows` holds rows of 256 bytes one after the other.
void kg_sum_rows(const int8_t *rows, const uint16_t *indices, const float *factors, size_t count, float *sum);

// codes = sum scaled to the length `radius`, rounded to the nearest integer and clamped to ±127; all zero, and the
// result false, if the length of `sum` is zero or not a number.
_Bool kg_quantize(const float *sum, float radius, int8_t *codes);

// Bit d of the sign code is set if component d is positive.
void kg_sign_code(const int8_t *codes, uint8_t *signs);

// The instruction set that is used: "avx512vnni", "avx2" or "portable".
const char *kg_vector_kernel_name(void);

#endif
