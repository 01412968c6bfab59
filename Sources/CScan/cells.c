// Looks cells of up to sixteen bytes up in a table.
#include "include/holdfast_cells.h"

#include <stdbool.h>
#include <string.h>

/// How many cells are on their way at once: so many places of the table are asked for before the
/// first is looked at, since a table of many cells is too large for the nearest cache.
enum { TOGETHER = 32 };

/// What of sixteen bytes belongs to a cell, by its length.
static const struct {
  uint64_t low, high;
} masks[17] = {
#define BYTES(n) ((UINT64_C(1) << (8 * (n))) - 1)
  {0, 0},
  {BYTES(1), 0},
  {BYTES(2), 0},
  {BYTES(3), 0},
  {BYTES(4), 0},
  {BYTES(5), 0},
  {BYTES(6), 0},
  {BYTES(7), 0},
  {UINT64_MAX, 0},
  {UINT64_MAX, BYTES(1)},
  {UINT64_MAX, BYTES(2)},
  {UINT64_MAX, BYTES(3)},
  {UINT64_MAX, BYTES(4)},
  {UINT64_MAX, BYTES(5)},
  {UINT64_MAX, BYTES(6)},
  {UINT64_MAX, BYTES(7)},
  {UINT64_MAX, UINT64_MAX},
#undef BYTES
};

/// A cell that is being looked up.
struct sought {
  uint64_t low, high;
  uint32_t index;
  bool is_odd;
};

static inline struct sought seek(
  const uint8_t *cell, uint32_t count, struct holdfast_cell_table table, uint8_t quote) {
  uint64_t low, high;
  memcpy(&low, cell, 8);
  memcpy(&high, cell + 8, 8);
  bool is_odd = (count > 16) | ((uint8_t)low == quote);
  uint32_t length = count > 16 ? 16 : count;
  low &= masks[length].low;
  high &= masks[length].high;
  return (struct sought){low, high, holdfast_cell_place(low, high, table), is_odd};
}

/// Whether a cell stands at one of the first two places where it may; its code, or that of another.
static inline bool look(
  struct sought cell, struct holdfast_cell_table table, int32_t *code) {
  const struct holdfast_cell_slot *first = table.slots + cell.index;
  const struct holdfast_cell_slot *second = table.slots + ((cell.index + 1) & table.mask);
  bool is_first = ((first->low ^ cell.low) | (first->high ^ cell.high)) == 0;
  bool is_second = ((second->low ^ cell.low) | (second->high ^ cell.high)) == 0;
  // Read both: a branch would be foretold wrong about as often as cells stand in second place.
  int32_t mask = -(int32_t)is_first;
  *code = (first->code & mask) | (second->code & ~mask);
  return !cell.is_odd & (is_first | is_second) & (*code >= 0);
}

/// Both with the kind of field known to the compiler.
static inline __attribute__((always_inline)) size_t find(
  const struct holdfast_cell_rows rows, const struct holdfast_cell_table table, uint8_t quote,
  int32_t *codes, uint32_t *others, bool is_first, bool is_last) {
  size_t count = 0;
  struct sought sought[TOGETHER];
  for (size_t begin = 0; begin < rows.count; begin += TOGETHER) {
    size_t length = rows.count - begin < TOGETHER ? rows.count - begin : TOGETHER;
    for (size_t index = 0; index < length; index++) {
      size_t end_place = (size_t)rows.firsts[begin + index] + rows.field;
      uint32_t start = is_first ? rows.starts[begin + index] : rows.ends[end_place - 1] + 1;
      uint32_t end = rows.ends[end_place];
      if (is_last) end -= (end > start) & (rows.text[end - (end > start)] == '\r');
      sought[index] = seek(rows.text + start, end - start, table, quote);
      __builtin_prefetch(table.slots + sought[index].index);
    }
    for (size_t index = 0; index < length; index++) {
      bool is_known = look(sought[index], table, &codes[begin + index]);
      others[count] = (uint32_t)(begin + index);
      count += !is_known;
    }
  }
  return count;
}

size_t holdfast_find_cells(
  struct holdfast_cell_rows rows, struct holdfast_cell_table table, uint8_t quote, int32_t *codes,
  uint32_t *others) {
  if (rows.is_last) {
    return rows.field == 0 ? find(rows, table, quote, codes, others, true, true)
                           : find(rows, table, quote, codes, others, false, true);
  }
  return rows.field == 0 ? find(rows, table, quote, codes, others, true, false)
                         : find(rows, table, quote, codes, others, false, false);
}
