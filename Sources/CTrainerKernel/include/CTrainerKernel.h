#ifndef KG_TRAINER_KERNEL_H
#define KG_TRAINER_KERNEL_H

#include <stddef.h>

// The dense arithmetic of training. Every product and sum is rounded by itself and in a fixed order, so that the
// results are the same bytes on every machine, whatever vectors it has.

// c[m × n] = a[m × k] · b[k × n], row-major. `m` must be a multiple of 4, `n` of 32.
void kg_matmul(const float *a, const float *b, float *c, size_t m, size_t k, size_t n);

// sum[d] += factor * row[d] for d in 0..<256.
void kg_add_row(float factor, const float *row, float *sum);

// The dot product of two rows of 256.
float kg_dot_row(const float *a, const float *b);

// One step of Adam (Kingma and Ba, 2015, Algorithm 1) on a row of 256; `rate` holds the bias correction.
void kg_adam_row(float *value, float *mean, float *variance, const float *gradient, float rate);

// values[i] = exp(values[i] * scale - shift), by a polynomial of its own: the C library's differ. Returns the sum.
float kg_exp_row(float *values, size_t count, float scale, float shift);

#endif
