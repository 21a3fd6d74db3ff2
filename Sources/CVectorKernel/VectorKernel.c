#include "CVectorKernel.h"

#include <string.h>

// One rounding for each operation, as written: results must not depend on the machine.
#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#include <immintrin.h>
#define KG_X86 1
#else
#define KG_X86 0
#endif

// MARK: Portable: what the compiler makes of plain loops. On arm64 that is NEON.

static void scan_dot_portable(const int8_t *query, const int8_t *vectors, size_t count, int32_t *scores) {
  for (size_t i = 0; i < count; i++) {
    const int8_t *vector = vectors + i * KG_VECTOR_DIMENSION;
    int32_t sum = 0;
    for (int d = 0; d < KG_VECTOR_DIMENSION; d++) sum += (int32_t)((int16_t)query[d] * (int16_t)vector[d]);
    scores[i] = sum;
  }
}

static inline void scan_hamming_words(
    const uint8_t *query, const uint8_t *codes, size_t count, uint16_t *distances) {
  uint64_t wanted[KG_SIGN_BYTES / 8];
  memcpy(wanted, query, sizeof wanted);
  for (size_t i = 0; i < count; i++) {
    uint64_t code[KG_SIGN_BYTES / 8];
    memcpy(code, codes + i * KG_SIGN_BYTES, sizeof code);
    int distance = 0;
    for (int w = 0; w < KG_SIGN_BYTES / 8; w++) distance += __builtin_popcountll(wanted[w] ^ code[w]);
    distances[i] = (uint16_t)distance;
  }
}

static void scan_hamming_portable(
    const uint8_t *query, const uint8_t *codes, size_t count, uint16_t *distances) {
  scan_hamming_words(query, codes, count, distances);
}

static void sum_rows_portable(
    const int8_t *rows, const uint16_t *indices, const float *factors, size_t count, float *sum) {
  for (int d = 0; d < KG_VECTOR_DIMENSION; d++) sum[d] = 0;
  for (size_t i = 0; i < count; i++) {
    const int8_t *row = rows + (size_t)indices[i] * KG_VECTOR_DIMENSION;
    for (int d = 0; d < KG_VECTOR_DIMENSION; d++) {
      float product = factors[i] * (float)row[d];
      sum[d] = sum[d] + product;
    }
  }
}

#if KG_X86

// How far ahead vectors are asked for: four pages' worth hides what a core's own prefetcher, which stops at
// the end of each page, leaves open.
enum { PREFETCH_BYTES = 4096 };

static inline void prefetch(const int8_t *vector) {
  for (int line = 0; line < KG_VECTOR_DIMENSION; line += 64) {
    _mm_prefetch((const char *)vector + PREFETCH_BYTES + line, _MM_HINT_T0);
  }
}

// MARK: AVX2

__attribute__((target("avx2"))) static inline int32_t sum_avx2(__m256i lanes) {
  __m128i half = _mm_add_epi32(_mm256_castsi256_si128(lanes), _mm256_extracti128_si256(lanes, 1));
  half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0x4E));
  half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0xB1));
  return _mm_cvtsi128_si32(half);
}

__attribute__((target("avx2"))) static void scan_dot_avx2(
    const int8_t *query, const int8_t *vectors, size_t count, int32_t *scores) {
  __m256i wide[16];
  for (int part = 0; part < 16; part++) {
    wide[part] = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(query + part * 16)));
  }
  for (size_t i = 0; i < count; i++) {
    const int8_t *vector = vectors + i * KG_VECTOR_DIMENSION;
    prefetch(vector);
    __m256i even = _mm256_setzero_si256(), odd = _mm256_setzero_si256();
    for (int part = 0; part < 16; part += 2) {
      const __m128i *bytes = (const __m128i *)(vector + part * 16);
      even = _mm256_add_epi32(
          even, _mm256_madd_epi16(wide[part], _mm256_cvtepi8_epi16(_mm_loadu_si128(bytes))));
      odd = _mm256_add_epi32(
          odd, _mm256_madd_epi16(wide[part + 1], _mm256_cvtepi8_epi16(_mm_loadu_si128(bytes + 1))));
    }
    scores[i] = sum_avx2(_mm256_add_epi32(even, odd));
  }
}

__attribute__((target("popcnt"))) static void scan_hamming_popcnt(
    const uint8_t *query, const uint8_t *codes, size_t count, uint16_t *distances) {
  scan_hamming_words(query, codes, count, distances);
}

// Rows lie all over a table that is larger than a core's own cache: they are asked for some rows ahead.
enum { ROWS_AHEAD = 8 };

static inline void prefetch_row(const int8_t *rows, const uint16_t *indices, size_t i, size_t count) {
  if (i + ROWS_AHEAD >= count) return;
  const char *row = (const char *)rows + (size_t)indices[i + ROWS_AHEAD] * KG_VECTOR_DIMENSION;
  for (int line = 0; line < KG_VECTOR_DIMENSION; line += 64) _mm_prefetch(row + line, _MM_HINT_T0);
}

// A quarter of the components at a time, so that their sums stay in registers.
__attribute__((target("avx2"))) static void sum_rows_avx2(
    const int8_t *rows, const uint16_t *indices, const float *factors, size_t count, float *sum) {
  for (int quarter = 0; quarter < KG_VECTOR_DIMENSION; quarter += 64) {
    __m256 sums[8];
    for (int part = 0; part < 8; part++) sums[part] = _mm256_setzero_ps();
    for (size_t i = 0; i < count; i++) {
      if (quarter == 0) prefetch_row(rows, indices, i, count);
      const int8_t *row = rows + (size_t)indices[i] * KG_VECTOR_DIMENSION + quarter;
      const __m256 factor = _mm256_set1_ps(factors[i]);
      for (int part = 0; part < 8; part++) {
        __m128i bytes = _mm_loadl_epi64((const __m128i *)(row + part * 8));
        __m256 values = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(bytes));
        sums[part] = _mm256_add_ps(sums[part], _mm256_mul_ps(factor, values));
      }
    }
    for (int part = 0; part < 8; part++) _mm256_storeu_ps(sum + quarter + part * 8, sums[part]);
  }
}

// MARK: AVX-512 with VNNI

#define KG_VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

// The instruction multiplies unsigned by signed bytes: a + 128 is unsigned, and 128 times the sum of the query's
// components is taken off at the end. Exact: no sum leaves 32 bits.
KG_VNNI static void scan_dot_vnni(
    const int8_t *query, const int8_t *vectors, size_t count, int32_t *scores) {
  __m512i wanted[4];
  const __m512i flip = _mm512_set1_epi8((char)0x80);
  int32_t excess = 0;
  for (int d = 0; d < KG_VECTOR_DIMENSION; d++) excess += 128 * query[d];
  for (int part = 0; part < 4; part++) wanted[part] = _mm512_loadu_si512(query + part * 64);
  for (size_t i = 0; i < count; i++) {
    const int8_t *vector = vectors + i * KG_VECTOR_DIMENSION;
    prefetch(vector);
    __m512i even = _mm512_setzero_si512(), odd = _mm512_setzero_si512();
    for (int part = 0; part < 4; part += 2) {
      __m512i low = _mm512_xor_si512(_mm512_loadu_si512(vector + part * 64), flip);
      __m512i high = _mm512_xor_si512(_mm512_loadu_si512(vector + part * 64 + 64), flip);
      even = _mm512_dpbusd_epi32(even, low, wanted[part]);
      odd = _mm512_dpbusd_epi32(odd, high, wanted[part + 1]);
    }
    scores[i] = _mm512_reduce_add_epi32(_mm512_add_epi32(even, odd)) - excess;
  }
}

KG_VNNI static void sum_rows_avx512(
    const int8_t *rows, const uint16_t *indices, const float *factors, size_t count, float *sum) {
  __m512 sums[16];
  for (int part = 0; part < 16; part++) sums[part] = _mm512_setzero_ps();
  for (size_t i = 0; i < count; i++) {
    prefetch_row(rows, indices, i, count);
    const int8_t *row = rows + (size_t)indices[i] * KG_VECTOR_DIMENSION;
    const __m512 factor = _mm512_set1_ps(factors[i]);
    for (int part = 0; part < 16; part++) {
      __m128i bytes = _mm_loadu_si128((const __m128i *)(row + part * 16));
      __m512 values = _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(bytes));
      sums[part] = _mm512_add_ps(sums[part], _mm512_mul_ps(factor, values));
    }
  }
  for (int part = 0; part < 16; part++) _mm512_storeu_ps(sum + part * 16, sums[part]);
}

#endif

// MARK: Choice

typedef struct {
  void (*scan_dot)(const int8_t *, const int8_t *, size_t, int32_t *);
  void (*scan_hamming)(const uint8_t *, const uint8_t *, size_t, uint16_t *);
  void (*sum_rows)(const int8_t *, const uint16_t *, const float *, size_t, float *);
  const char *name;
} Kernel;

static const Kernel portable = {scan_dot_portable, scan_hamming_portable, sum_rows_portable, "portable"};
#if KG_X86
static const Kernel avx2 = {scan_dot_avx2, scan_hamming_popcnt, sum_rows_avx2, "avx2"};
static const Kernel vnni = {scan_dot_vnni, scan_hamming_popcnt, sum_rows_avx512, "avx512vnni"};
#endif

static const Kernel *choose(void) {
#if KG_X86
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt")) {
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni")) {
      return &vnni;
    }
    return &avx2;
  }
#endif
  return &portable;
}

// Threads that ask at once all find the same answer, so the order of the stores does not matter.
static const Kernel *kernel(void) {
  static const Kernel *chosen;
  const Kernel *known = __atomic_load_n(&chosen, __ATOMIC_ACQUIRE);
  if (!known) {
    known = choose();
    __atomic_store_n(&chosen, known, __ATOMIC_RELEASE);
  }
  return known;
}

void kg_scan_dot(const int8_t *query, const int8_t *vectors, size_t count, int32_t *scores) {
  kernel()->scan_dot(query, vectors, count, scores);
}

void kg_scan_hamming(const uint8_t *query, const uint8_t *codes, size_t count, uint16_t *distances) {
  kernel()->scan_hamming(query, codes, count, distances);
}

void kg_sum_rows(
    const int8_t *rows, const uint16_t *indices, const float *factors, size_t count, float *sum) {
  kernel()->sum_rows(rows, indices, factors, count, sum);
}

// Sixteen partial sums in a fixed order: the same length on every machine.
_Bool kg_quantize(const float *sum, float radius, int8_t *codes) {
  float lanes[16] = {0};
  for (int d = 0; d < KG_VECTOR_DIMENSION; d += 16) {
    for (int lane = 0; lane < 16; lane++) lanes[lane] += sum[d + lane] * sum[d + lane];
  }
  float squares = 0;
  for (int lane = 0; lane < 16; lane++) squares += lanes[lane];
  if (!(squares > 1e-30f && squares < 1e30f)) {
    memset(codes, 0, KG_VECTOR_DIMENSION);
    return 0;
  }
  const float factor = radius / __builtin_sqrtf(squares);
  // Adding and taking off 1.5 * 2^23 rounds to the nearest integer, and a vector unit does it without a call.
  const float magic = 12582912.0f;
  for (int d = 0; d < KG_VECTOR_DIMENSION; d++) {
    float value = sum[d] * factor;
    value = value < -127.0f ? -127.0f : value > 127.0f ? 127.0f : value;
    codes[d] = (int8_t)(int32_t)((value + magic) - magic);
  }
  return 1;
}

void kg_sign_code(const int8_t *codes, uint8_t *signs) {
  for (int byte = 0; byte < KG_SIGN_BYTES; byte++) {
    unsigned bits = 0;
    for (int bit = 0; bit < 8; bit++) bits |= (unsigned)(codes[byte * 8 + bit] > 0) << bit;
    signs[byte] = (uint8_t)bits;
  }
}

const char *kg_vector_kernel_name(void) { return kernel()->name; }
