// Finds where fields and records end in delimited text, 64 bytes at a time.
#ifndef HOLDFAST_SCAN_H
#define HOLDFAST_SCAN_H

#include <stddef.h>
#include <stdint.h>

/// How to scan. All ways find the same; they are named so that tests can compare them. One that
/// this machine does not have is replaced by the portable one.
enum holdfast_scan_way {
  /// The fastest that this machine has.
  HOLDFAST_SCAN_FASTEST,
  /// Eight bytes at a time, on any machine.
  HOLDFAST_SCAN_PORTABLE,
  /// 32 bytes at a time, on x86-64 machines that have AVX2.
  HOLDFAST_SCAN_AVX2,
  /// 64 bytes at a time, on x86-64 machines that have AVX-512 with VBMI2.
  HOLDFAST_SCAN_AVX512,
};

/// Why a text is not what the strict rules of RFC 4180 and UTF-8 allow.
enum holdfast_scan_fault {
  /// The text ends inside quotes.
  HOLDFAST_SCAN_OPEN_QUOTE = 1,
  /// A zero byte, inside quotes or not.
  HOLDFAST_SCAN_ZERO_BYTE = 2,
  /// A carriage return outside quotes that no line feed follows.
  HOLDFAST_SCAN_BARE_RETURN = 4,
  /// A quote that opens inside a field, or closes before the field is over.
  HOLDFAST_SCAN_MISPLACED_QUOTE = 8,
  /// Bytes that are not UTF-8; a letter that the end of the text cuts is none either.
  HOLDFAST_SCAN_BAD_LETTER = 16,
};

/// How many entries an array needs beyond the bytes of the text: positions are written in groups,
/// the last of which may be longer than what is left.
enum { HOLDFAST_SCAN_SLACK = 64 };

/// Where to write what is found; each array has room for the bytes of the text and the slack.
struct holdfast_scan_arrays {
  /// The places of the delimiters and line feeds outside quotes, in order.
  uint32_t *_Nonnull ends;
  /// For each line feed outside quotes, its index in `ends`.
  uint32_t *_Nonnull row_ends;
  /// The places of the line feeds inside quotes.
  uint32_t *_Nonnull breaks;
  /// The places where the letters "tot" begin, in capitals or not, inside quotes or not.
  uint32_t *_Nonnull words;
};

/// How much was found. If there are faults, what stands behind the first is of no meaning.
struct holdfast_scan_found {
  size_t ends;
  size_t row_ends;
  size_t breaks;
  size_t words;
  /// The faults, each a bit of `holdfast_scan_fault`.
  uint32_t faults;
};

/// How many quotes and line feeds a text has, wherever they stand.
struct holdfast_scan_counts {
  uint64_t quotes;
  uint64_t feeds;
};

/// Scans text that begins where a record does; at most UINT32_MAX bytes. Nothing behind the text is
/// read.
struct holdfast_scan_found holdfast_scan(
  enum holdfast_scan_way way, const uint8_t *_Nonnull text, size_t count, uint8_t delimiter,
  uint8_t quote, struct holdfast_scan_arrays into);

/// Counts the quotes and line feeds of a text, which may begin anywhere.
struct holdfast_scan_counts holdfast_scan_count(
  enum holdfast_scan_way way, const uint8_t *_Nonnull text, size_t count, uint8_t quote);

#endif
