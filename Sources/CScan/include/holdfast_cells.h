// Looks the cells of a column up in a table of those that were met before.
#ifndef HOLDFAST_CELLS_H
#define HOLDFAST_CELLS_H

#include <stddef.h>
#include <stdint.h>

/// A place in a table of cells: the bytes of a cell of up to sixteen, or a digest and the length of
/// a longer one.
struct holdfast_cell_slot {
  uint64_t low;
  uint64_t high;
  /// The code of the cell; below zero where nothing stands.
  int32_t code;
  /// Where a longer cell begins among the bytes of such cells.
  uint32_t place;
};

/// A table of cells. One that stands elsewhere than at its place stands at the next free one behind.
struct holdfast_cell_table {
  const struct holdfast_cell_slot *_Nonnull slots;
  /// The number of slots less one; they are a power of two.
  uint32_t mask;
  /// How far a mixed number is moved to be that of a slot.
  uint32_t shift;
  /// Numbers that nobody outside knows.
  uint64_t mixers[2];
};

/// The cells of one field of many rows.
struct holdfast_cell_rows {
  const uint8_t *_Nonnull text;
  /// Where fields end in the text.
  const uint32_t *_Nonnull ends;
  /// For each row where it begins in the text, and the place of its first field among the ends.
  const uint32_t *_Nonnull starts;
  const uint32_t *_Nonnull firsts;
  size_t count;
  size_t field;
  /// Whether the field is the last of its row, which a carriage return may follow.
  int is_last;
};

/// The slot where a cell of up to sixteen bytes belongs. All bits of a product of all its bytes have
/// a say: cells that differ in a few digits would crowd by any simpler rule, for some mixers.
static inline uint32_t holdfast_cell_place(
  uint64_t low, uint64_t high, struct holdfast_cell_table table) {
  unsigned __int128 product = (unsigned __int128)(low ^ table.mixers[0]) * (high ^ table.mixers[1]);
  uint64_t both = (uint64_t)product ^ (uint64_t)(product >> 64);
  return (uint32_t)((both * UINT64_C(0x9E3779B97F4A7C15)) >> table.shift);
}

/// Writes the code of each row's cell where it stands at its place in the table or right behind;
/// the numbers of the other rows, of longer cells and of those in quotes go to `others`, in order.
/// How many those are. Both arrays have room for each row. Sixteen bytes from the beginning of each
/// cell on are readable.
size_t holdfast_find_cells(
  struct holdfast_cell_rows rows, struct holdfast_cell_table table, uint8_t quote,
  int32_t *_Nonnull codes, uint32_t *_Nonnull others);

#endif
