// The scan itself, over masks: a bit of 64 for each byte of a block, the first byte lowest.
//
// For a file that has `block`, `load`, `equal`, `at_least`, `small_letters`, `is_plain`,
// `has_word`, `parities`, `put_places` and `put_counts`, and says what the two functions are called.
// Bytes are plain if all are ASCII and none is zero; a word is one whose last letter is at `text` or
// in the 63 bytes behind it, and whose first may stand two bytes before.
#include <string.h>

#include "scan_letters.h"

/// Faults, rarely found, and what finding bad letters needs. Not zero where there is such a fault.
struct faults {
  uint64_t zero, bare, misplaced, bad;
  struct letters letters;
};

/// What a block must know of those before it.
struct carried {
  /// All ones where the text stands inside quotes.
  uint64_t inside;
  /// The last block's bytes behind which a quote may open, and its carriage returns outside quotes.
  uint64_t bounds, returns;
  /// Whether its last byte was a quote that closed.
  uint64_t closed;
};

/// Where to write next.
struct output {
  const uint32_t *first;
  uint32_t *ends, *row_ends, *breaks, *words;
};

/// Which bytes stand inside quotes, opening quotes with them; notes quotes that open or close where
/// they may not.
static inline uint64_t pair_quotes(
  struct carried *last, struct faults *faults, uint64_t quotes, uint64_t bounds, uint64_t returns,
  uint64_t valid) {
  uint64_t inside = parities(quotes) ^ last->inside;
  uint64_t closing = quotes & ~inside;
  // A quote right before one that opens has closed: they are a doubled quote.
  faults->misplaced |= quotes & inside & ~moved(bounds, last->bounds, 1);
  faults->misplaced |= (closing << 1 | last->closed) & ~(bounds | returns) & valid;
  last->inside = 0 - (inside >> 63);
  last->closed = closing >> 63;
  return inside;
}

/// Looks for zero bytes and for bytes that are not UTF-8. Not for the loop's own code, where it
/// would take registers from what every block needs.
static __attribute__((noinline)) void check_letters(const uint8_t *text, struct faults *faults) {
  block bytes = load(text);
  faults->zero |= equal(bytes, 0);
  faults->bad |= bad_letters(bytes, &faults->letters);
}

/// Writes where the letters "tot" that end in the block at `base`, which is not the first, begin.
static __attribute__((noinline)) uint32_t *put_words(
  uint32_t *to, const uint8_t *text, uint32_t base) {
  uint64_t words = equal(small_letters(load(text - 2)), 't')
    & equal(small_letters(load(text - 1)), 'o') & equal(small_letters(load(text)), 't');
  return put_places(to, words, base - 2);
}

/// Writes where the letters "tot" begin, byte by byte.
static uint32_t *put_words_slowly(uint32_t *to, const uint8_t *text, size_t from, size_t count) {
  for (size_t at = from; at + 2 < count; at++) {
    if ((text[at] | 0x20) == 't' && (text[at + 1] | 0x20) == 'o' && (text[at + 2] | 0x20) == 't') {
      *to++ = (uint32_t)at;
    }
  }
  return to;
}

/// Scans a block, of which the bytes in `valid` count; the rest are spaces.
static inline __attribute__((always_inline)) void scan_block(
  struct carried *last, struct output *to, struct faults *faults, const uint8_t *text,
  uint64_t valid, uint32_t base, uint8_t delimiter, uint8_t quote) {
  block bytes = load(text);
  uint64_t quotes = equal(bytes, quote) & valid;
  uint64_t feeds = equal(bytes, '\n'), returns = equal(bytes, '\r');
  uint64_t ends = (equal(bytes, delimiter) & valid) | feeds, bounds = ends | quotes;
  uint64_t inside = last->inside;
  if ((quotes | last->closed) != 0) {
    inside = pair_quotes(last, faults, quotes, bounds, returns, valid);
  }
  last->bounds = bounds;
  ends &= ~inside;
  returns &= ~inside;
  faults->bare |= moved(returns, last->returns, 1) & ~feeds;
  last->returns = returns;
  to->row_ends =
    put_counts(to->row_ends, feeds & ~inside, ends, (uint32_t)(to->ends - to->first));
  to->ends = put_places(to->ends, ends, base);
  if (__builtin_expect((feeds & inside) != 0, 0)) {
    to->breaks = put_places(to->breaks, feeds & inside, base);
  }
  if (__builtin_expect(!is_plain(bytes) || faults->letters.is_open, 0)) {
    check_letters(text, faults);
  }
}

/// Copies the last bytes of a text, fewer than a block, and fills the block up with spaces.
static inline void copy_last(uint8_t *block, const uint8_t *text, size_t count) {
  memset(block, ' ', 64);
  if (count > 0) memcpy(block, text, count);
}

static inline uint64_t lowest_bits(size_t count) { return (UINT64_C(1) << count) - 1; }

static uint32_t bits_of(const struct faults *faults, const struct carried *last) {
  return (last->inside != 0 ? HOLDFAST_SCAN_OPEN_QUOTE : 0)
    | (faults->zero != 0 ? HOLDFAST_SCAN_ZERO_BYTE : 0)
    | (faults->bare != 0 ? HOLDFAST_SCAN_BARE_RETURN : 0)
    | (faults->misplaced != 0 ? HOLDFAST_SCAN_MISPLACED_QUOTE : 0)
    | (faults->bad != 0 ? HOLDFAST_SCAN_BAD_LETTER : 0);
}

struct holdfast_scan_found SCAN_NAME(
  const uint8_t *text, size_t count, uint8_t delimiter, uint8_t quote,
  struct holdfast_scan_arrays into) {
  // The text begins as if a line feed stood before it.
  struct carried last = {.bounds = UINT64_C(1) << 63};
  struct output to = {into.ends, into.ends, into.row_ends, into.breaks, into.words};
  struct faults faults = {0};
  size_t whole = count & ~(size_t)63, rest = count - whole;
  to.words = put_words_slowly(to.words, text, 0, whole < 64 ? count : 64);
  for (size_t at = 0; at < whole; at += 64) {
    scan_block(&last, &to, &faults, text + at, ~UINT64_C(0), (uint32_t)at, delimiter, quote);
    if (at > 0 && __builtin_expect(has_word(text + at), 0)) {
      to.words = put_words(to.words, text + at, (uint32_t)at);
    }
  }
  // Even where nothing is left: a letter or a line end that the end cuts is seen at what follows.
  uint8_t end[64];
  copy_last(end, text + whole, rest);
  scan_block(&last, &to, &faults, end, lowest_bits(rest), (uint32_t)whole, delimiter, quote);
  if (whole > 0) to.words = put_words_slowly(to.words, text, whole - 2, count);
  return (struct holdfast_scan_found){
    (size_t)(to.ends - into.ends), (size_t)(to.row_ends - into.row_ends),
    (size_t)(to.breaks - into.breaks), (size_t)(to.words - into.words), bits_of(&faults, &last)};
}

struct holdfast_scan_counts COUNT_NAME(const uint8_t *text, size_t count, uint8_t quote) {
  size_t whole = count & ~(size_t)63, rest = count - whole;
  uint8_t end[64];
  copy_last(end, text + whole, rest);
  block last = load(end);
  struct holdfast_scan_counts counts = {
    (uint64_t)__builtin_popcountll(equal(last, quote) & lowest_bits(rest)),
    (uint64_t)__builtin_popcountll(equal(last, '\n'))};
  for (size_t at = 0; at < whole; at += 64) {
    block bytes = load(text + at);
    counts.quotes += (uint64_t)__builtin_popcountll(equal(bytes, quote));
    counts.feeds += (uint64_t)__builtin_popcountll(equal(bytes, '\n'));
  }
  return counts;
}
