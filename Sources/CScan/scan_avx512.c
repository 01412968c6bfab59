// Blocks of 64 bytes in one register of AVX-512, whose comparisons give masks right away.
#include "scan_ways.h"

#if defined(__x86_64__)

#include <immintrin.h>

bool scan_has_avx512(void) {
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2")
    && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt")
    && __builtin_cpu_supports("pclmul");
}

// Other files stay free of these instructions, so that they run everywhere.
#pragma clang attribute push( \
  __attribute__((target("avx512bw,avx512vbmi2,bmi,bmi2,popcnt,pclmul"))), apply_to = function)

typedef __m512i block;

static inline block load(const uint8_t *text) { return _mm512_loadu_si512(text); }

static inline uint64_t equal(block bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)byte));
}

static inline uint64_t at_least(block bytes, uint8_t byte) {
  return _mm512_cmpge_epu8_mask(bytes, _mm512_set1_epi8((char)byte));
}

static inline block small_letters(block bytes) {
  return _mm512_or_si512(bytes, _mm512_set1_epi8(0x20));
}

static inline bool is_plain(block bytes) {
  return _mm512_cmple_epi8_mask(bytes, _mm512_setzero_si512()) == 0;
}

static inline bool has_word(const uint8_t *text) {
  __m512i t = _mm512_set1_epi8('t'), o = _mm512_set1_epi8('o');
  __m512i left = _mm512_or_si512(
    _mm512_or_si512(
      _mm512_xor_si512(_mm512_loadu_si512(text - 2), t),
      _mm512_xor_si512(_mm512_loadu_si512(text - 1), o)),
    _mm512_xor_si512(_mm512_loadu_si512(text), t));
  return _mm512_testn_epi8_mask(left, _mm512_set1_epi8((char)0xDF)) != 0;
}

/// Writes the places of bits, sixteen at a time whether or not there are so many. Gives where to
/// write next.
static inline uint32_t *put_places(uint32_t *to, uint64_t bits, uint32_t base) {
  __m512i all = _mm512_set_epi64(
    0x3F3E3D3C3B3A3938, 0x3736353433323130, 0x2F2E2D2C2B2A2928, 0x2726252423222120,
    0x1F1E1D1C1B1A1918, 0x1716151413121110, 0x0F0E0D0C0B0A0908, 0x0706050403020100);
  uint32_t *next = to + __builtin_popcountll(bits);
  __m512i places = _mm512_maskz_compress_epi8(bits, all), first = _mm512_set1_epi32((int)base);
  do {
    __m512i wide = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places));
    _mm512_storeu_si512(to, _mm512_add_epi32(wide, first));
    places = _mm512_alignr_epi64(places, places, 2);
    to += 16;
  } while (__builtin_expect(to < next, 0));
  return next;
}

/// Writes how many of `ends` stand before each of `rows`, counted on from `base`. Gives where to
/// write next.
static inline uint32_t *put_counts(uint32_t *to, uint64_t rows, uint64_t ends, uint32_t base) {
  return put_places(to, _pext_u64(rows, ends), base);
}

#define SCAN_NAME scan_avx512
#define COUNT_NAME count_avx512
#include "scan_parities.h"
#include "scan_body.h"

#pragma clang attribute pop

#endif
