// Which bits stand behind an odd number of others, by x86-64's multiplication without carries.
#include <immintrin.h>
#include <stdint.h>

/// At each bit, whether the bits up to it are odd in number: multiplying by ones adds them up.
static inline uint64_t parities(uint64_t bits) {
  __m128i product = _mm_clmulepi64_si128(
    _mm_cvtsi64_si128((long long)bits), _mm_set1_epi8((char)0xFF), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}
