// Chooses how to scan.
#include "scan_ways.h"

struct functions {
  scan_function *scan;
  count_function *count;
};

/// The functions of a way, or the portable ones where the machine does not have it.
static struct functions functions_of(enum holdfast_scan_way way) {
#if defined(__x86_64__)
  bool takes_any = way == HOLDFAST_SCAN_FASTEST;
  if ((takes_any || way == HOLDFAST_SCAN_AVX512) && scan_has_avx512()) {
    return (struct functions){scan_avx512, count_avx512};
  }
  if ((takes_any || way == HOLDFAST_SCAN_AVX2) && scan_has_avx2()) {
    return (struct functions){scan_avx2, count_avx2};
  }
#else
  (void)way;
#endif
  return (struct functions){scan_portable, count_portable};
}

struct holdfast_scan_found holdfast_scan(
  enum holdfast_scan_way way, const uint8_t *text, size_t count, uint8_t delimiter, uint8_t quote,
  struct holdfast_scan_arrays into) {
  return functions_of(way).scan(text, count, delimiter, quote, into);
}

struct holdfast_scan_counts holdfast_scan_count(
  enum holdfast_scan_way way, const uint8_t *text, size_t count, uint8_t quote) {
  return functions_of(way).count(text, count, quote);
}
