#include "CTrainerKernel.h"

#include <stdint.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

#ifdef __has_feature
#define KG_HAS_FEATURE(name) __has_feature(name)
#else
#define KG_HAS_FEATURE(name) 0
#endif

// What chooses among the clones runs while the program is loaded, before ThreadSanitizer can be called.
#if defined(__x86_64__) && defined(__linux__) && !KG_HAS_FEATURE(thread_sanitizer)
#define KG_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define KG_CLONES
#endif

enum { DIMENSION = 256, LANES = 16, COLUMNS = 2 * LANES, ROWS = 4 };

// Sixteen lanes whatever the machine: its vectors may be narrower, the order of sums stays.
typedef float Lanes __attribute__((vector_size(64), aligned(4)));

KG_CLONES void kg_matmul(const float *a, const float *b, float *c, size_t m, size_t k, size_t n) {
  for (size_t column = 0; column < n; column += COLUMNS) {
    for (size_t row = 0; row < m; row += ROWS) {
      Lanes sums[ROWS][2] = {0};
      for (size_t i = 0; i < k; i++) {
        const Lanes left = *(const Lanes *)(b + i * n + column);
        const Lanes right = *(const Lanes *)(b + i * n + column + LANES);
        for (int r = 0; r < ROWS; r++) {
          const float factor = a[(row + r) * k + i];
          sums[r][0] += left * factor;
          sums[r][1] += right * factor;
        }
      }
      for (int r = 0; r < ROWS; r++) {
        *(Lanes *)(c + (row + r) * n + column) = sums[r][0];
        *(Lanes *)(c + (row + r) * n + column + LANES) = sums[r][1];
      }
    }
  }
}

KG_CLONES void kg_add_row(float factor, const float *row, float *sum) {
  for (int d = 0; d < DIMENSION; d += LANES) {
    *(Lanes *)(sum + d) = *(const Lanes *)(sum + d) + *(const Lanes *)(row + d) * factor;
  }
}

KG_CLONES float kg_dot_row(const float *a, const float *b) {
  Lanes sum = {0};
  for (int d = 0; d < DIMENSION; d += LANES) sum += *(const Lanes *)(a + d) * *(const Lanes *)(b + d);
  float total = 0;
  for (int i = 0; i < LANES; i++) total += sum[i];
  return total;
}

KG_CLONES void kg_adam_row(float *value, float *mean, float *variance, const float *gradient, float rate) {
  for (int d = 0; d < DIMENSION; d++) {
    const float slope = gradient[d];
    const float first = mean[d] * 0.9f + slope * 0.1f;
    const float second = variance[d] * 0.999f + (slope * slope) * 0.001f;
    mean[d] = first;
    variance[d] = second;
    value[d] = value[d] - (rate * first) / (__builtin_sqrtf(second) + 1e-8f);
  }
}

// exp(x) = 2^n · e^r with |r| <= ln 2 / 2; the Taylor series of e^r to the sixth power errs by less than 2e-7.
KG_CLONES float kg_exp_row(float *values, size_t count, float scale, float shift) {
  float sum = 0;
  for (size_t i = 0; i < count; i++) {
    float x = values[i] * scale - shift;
    x = x < -80 ? -80 : (x > 80 ? 80 : x);
    const float turns = x * 1.44269504f;
    const int32_t n = (int32_t)(turns + (turns < 0 ? -0.5f : 0.5f));
    const float r = x - (float)n * 0.693147181f;
    float series = 1.0f / 720;
    series = series * r + 1.0f / 120;
    series = series * r + 1.0f / 24;
    series = series * r + 1.0f / 6;
    series = series * r + 0.5f;
    series = series * r + 1;
    series = series * r + 1;
    const uint32_t bits = (uint32_t)(n + 127) << 23;
    float power;
    memcpy(&power, &bits, sizeof power);
    values[i] = series * power;
    sum += values[i];
  }
  return sum;
}
