// The ways to scan, each a file of its own that includes `scan_body.h`.
#ifndef HOLDFAST_SCAN_WAYS_H
#define HOLDFAST_SCAN_WAYS_H

#include <stdbool.h>

#include "include/holdfast_scan.h"

typedef struct holdfast_scan_found scan_function(
  const uint8_t *text, size_t count, uint8_t delimiter, uint8_t quote,
  struct holdfast_scan_arrays into);
typedef struct holdfast_scan_counts count_function(
  const uint8_t *text, size_t count, uint8_t quote);

scan_function scan_portable;
count_function count_portable;

#if defined(__x86_64__)

/// Whether this machine has the instructions of `scan_avx2`.
bool scan_has_avx2(void);
scan_function scan_avx2;
count_function count_avx2;

/// Whether this machine has the instructions of `scan_avx512`.
bool scan_has_avx512(void);
scan_function scan_avx512;
count_function count_avx512;

#endif
#endif
