// Strict UTF-8 from masks: which bytes must follow others, and which do.
//
// For a file that has `block`, `equal` and `at_least`.

/// The bytes of the last block that letters of two, three and four bytes begin with, and those
/// whose second byte has bounds of its own.
struct letters {
  uint64_t two, three, four, e0, ed, f0, f4;
  /// Whether the block ended within a letter. If not, none of the bits above reach the next.
  uint64_t is_open;
};

/// The bits `step` places on, with those of the block before that step over its end.
static inline uint64_t moved(uint64_t now, uint64_t before, int step) {
  return now << step | before >> (64 - step);
}

/// The bytes at which a block is not UTF-8.
static inline uint64_t bad_letters(block bytes, struct letters *last) {
  struct letters now = {
    at_least(bytes, 0xC0), at_least(bytes, 0xE0), at_least(bytes, 0xF0), equal(bytes, 0xE0),
    equal(bytes, 0xED),    equal(bytes, 0xF0),    equal(bytes, 0xF4),    0};
  now.is_open = now.two >> 63 | now.three >> 62 | now.four >> 61;
  uint64_t must_follow = moved(now.two, last->two, 1) | moved(now.three, last->three, 2)
    | moved(now.four, last->four, 3);
  uint64_t follows = at_least(bytes, 0x80) & ~now.two;
  uint64_t never = (now.two & ~at_least(bytes, 0xC2)) | at_least(bytes, 0xF5);
  uint64_t from_90 = at_least(bytes, 0x90), from_a0 = at_least(bytes, 0xA0);
  // Longer than need be, half of a UTF-16 pair, or beyond the last letter.
  uint64_t outside = (moved(now.e0, last->e0, 1) & ~from_a0)
    | (moved(now.ed, last->ed, 1) & from_a0) | (moved(now.f0, last->f0, 1) & ~from_90)
    | (moved(now.f4, last->f4, 1) & from_90);
  *last = now;
  return (must_follow ^ follows) | never | outside;
}
