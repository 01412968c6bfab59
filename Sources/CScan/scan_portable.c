// Blocks of 64 bytes as eight words, without instructions that only some machines have.
#include <string.h>

#include "scan_ways.h"

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "The first byte of a word must be its lowest."
#endif

/// A byte, eight times.
#define EACH(byte) ((byte) * UINT64_C(0x0101010101010101))

typedef struct {
  uint64_t words[8];
} block;

static inline block load(const uint8_t *text) {
  block bytes;
  memcpy(&bytes, text, sizeof bytes);
  return bytes;
}

/// The highest bits of eight bytes, side by side.
static inline uint64_t high_bits(uint64_t word) {
  return ((word >> 7 & EACH(1)) * UINT64_C(0x0102040810204080)) >> 56;
}

static inline uint64_t equal(block bytes, uint8_t byte) {
  uint64_t bits = 0;
  for (int at = 0; at < 8; at++) {
    uint64_t other = bytes.words[at] ^ EACH(byte);
    // The sum never reaches into the next byte; its highest bit is clear only for zero.
    uint64_t differs = ((other & EACH(0x7F)) + EACH(0x7F)) | other;
    bits |= high_bits(~differs) << 8 * at;
  }
  return bits;
}

/// Only for bytes from 0x80 on.
static inline uint64_t at_least(block bytes, uint8_t byte) {
  uint64_t bits = 0;
  for (int at = 0; at < 8; at++) {
    uint64_t word = bytes.words[at];
    uint64_t reaches = (word & EACH(0x7F)) + EACH(UINT64_C(0x100) - byte);
    bits |= high_bits(reaches & word) << 8 * at;
  }
  return bits;
}

static inline block small_letters(block bytes) {
  for (int at = 0; at < 8; at++) bytes.words[at] |= EACH(0x20);
  return bytes;
}

static inline bool is_plain(block bytes) {
  uint64_t other = 0;
  for (int at = 0; at < 8; at++) other |= (bytes.words[at] - EACH(1)) | bytes.words[at];
  return (other & EACH(0x80)) == 0;
}

static inline bool has_word(const uint8_t *text) {
  block first = load(text - 2), second = load(text - 1), third = load(text);
  uint64_t found = 0;
  for (int at = 0; at < 8; at++) {
    uint64_t left = (first.words[at] ^ EACH('t')) | (second.words[at] ^ EACH('o'))
      | (third.words[at] ^ EACH('t'));
    left &= EACH(0xDF);
    found |= (left - EACH(1)) & ~left;
  }
  return (found & EACH(0x80)) != 0;
}

/// At each bit, whether the bits up to it are odd in number.
static inline uint64_t parities(uint64_t bits) {
  for (int step = 1; step < 64; step *= 2) bits ^= bits << step;
  return bits;
}

#define SCAN_NAME scan_portable
#define COUNT_NAME count_portable
#include "scan_places.h"
#include "scan_body.h"
