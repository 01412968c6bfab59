// Writes the places of bits one by one.
#include <stdint.h>

/// The place of the lowest bit; 64 where there is none.
static inline uint32_t lowest(uint64_t bits) {
  return bits == 0 ? 64 : (uint32_t)__builtin_ctzll(bits);
}

/// Writes the places of bits, eight at a time whether or not there are so many: a branch for each
/// would cost more. Gives where to write next.
static inline uint32_t *put_places(uint32_t *to, uint64_t bits, uint32_t base) {
  uint32_t *next = to + __builtin_popcountll(bits);
  do {
    for (int at = 0; at < 8; at++) {
      to[at] = base + lowest(bits);
      bits &= bits - 1;
    }
    to += 8;
  } while (__builtin_expect(to < next, 0));
  return next;
}

/// Writes how many of `ends` stand before each of `rows`, counted on from `base`; two at a time,
/// since rows are long. Gives where to write next.
static inline uint32_t *put_counts(uint32_t *to, uint64_t rows, uint64_t ends, uint32_t base) {
  uint32_t *next = to + __builtin_popcountll(rows);
  do {
    for (int at = 0; at < 2; at++) {
      to[at] = base + (uint32_t)__builtin_popcountll(ends & ~rows & (rows - 1));
      rows &= rows - 1;
    }
    to += 2;
  } while (__builtin_expect(to < next, 0));
  return next;
}
