// Blocks of 64 bytes in two registers of AVX2.
#include "scan_ways.h"

#if defined(__x86_64__)

#include <immintrin.h>

bool scan_has_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
    && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul");
}

// Other files stay free of these instructions, so that they run everywhere.
#pragma clang attribute push( \
  __attribute__((target("avx2,bmi,popcnt,pclmul"))), apply_to = function)

typedef struct {
  __m256i low, high;
} block;

static inline block load(const uint8_t *text) {
  return (block){
    _mm256_loadu_si256((const __m256i *)text), _mm256_loadu_si256((const __m256i *)(text + 32))};
}

static inline uint64_t joined(__m256i low, __m256i high) {
  return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)_mm256_movemask_epi8(high) << 32;
}

static inline uint64_t equal(block bytes, uint8_t byte) {
  __m256i all = _mm256_set1_epi8((char)byte);
  return joined(_mm256_cmpeq_epi8(bytes.low, all), _mm256_cmpeq_epi8(bytes.high, all));
}

static inline uint64_t at_least(block bytes, uint8_t byte) {
  __m256i all = _mm256_set1_epi8((char)byte);
  return joined(
    _mm256_cmpeq_epi8(_mm256_max_epu8(bytes.low, all), bytes.low),
    _mm256_cmpeq_epi8(_mm256_max_epu8(bytes.high, all), bytes.high));
}

static inline block small_letters(block bytes) {
  __m256i bit = _mm256_set1_epi8(0x20);
  return (block){_mm256_or_si256(bytes.low, bit), _mm256_or_si256(bytes.high, bit)};
}

static inline bool is_plain(block bytes) {
  __m256i least = _mm256_min_epi8(bytes.low, bytes.high);
  return _mm256_movemask_epi8(_mm256_cmpgt_epi8(least, _mm256_setzero_si256())) == -1;
}

/// Where three letters are t, o and t, 0x20 or nothing is left of them.
static inline __m256i left_of_word(const uint8_t *last) {
  __m256i t = _mm256_set1_epi8('t'), o = _mm256_set1_epi8('o');
  __m256i first = _mm256_xor_si256(_mm256_loadu_si256((const __m256i *)(last - 2)), t);
  __m256i second = _mm256_xor_si256(_mm256_loadu_si256((const __m256i *)(last - 1)), o);
  __m256i third = _mm256_xor_si256(_mm256_loadu_si256((const __m256i *)last), t);
  return _mm256_or_si256(
    _mm256_or_si256(first, second), _mm256_or_si256(third, _mm256_set1_epi8(0x20)));
}

static inline bool has_word(const uint8_t *text) {
  __m256i least = _mm256_min_epu8(left_of_word(text), left_of_word(text + 32));
  return _mm256_movemask_epi8(_mm256_cmpeq_epi8(least, _mm256_set1_epi8(0x20))) != 0;
}

#define SCAN_NAME scan_avx2
#define COUNT_NAME count_avx2
#include "scan_parities.h"
#include "scan_places.h"
#include "scan_body.h"

#pragma clang attribute pop

#endif
