// The filter of system calls, as a program for the kernel.
#ifndef HOLDFAST_SANDBOX_FILTER_H
#define HOLDFAST_SANDBOX_FILTER_H

#include <linux/filter.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// A call that is refused if an argument, masked, is a value, or if it is not.
struct filter_rule {
  uint32_t call;
  uint32_t argument, mask, value;
  bool refused_if_equal;
};

/// What the filter depends on.
struct filter_options {
  bool may_fork;
  /// The only process that may be sent signals; zero if they are held by other means.
  pid_t signals_to;
};

/// How many calls and uses may be listed, each of which takes two and six lines of a filter.
enum { CSB_MOST_CALLS = 200, CSB_MOST_USES = 60 };

/// The kernel takes up to 4096 lines.
struct filter {
  struct sock_filter code[2 * CSB_MOST_CALLS + 6 * CSB_MOST_USES + 100];
  unsigned short count;
};

/// Calls that are always refused.
extern const uint32_t csb_refused_calls[];
extern const size_t csb_refused_call_count;

/// Calls that are said not to exist, so that the C library takes an older one that can be judged.
extern const uint32_t csb_missing_calls[];
extern const size_t csb_missing_call_count;

/// Calls of which some uses are refused.
extern const struct filter_rule csb_refused_uses[];
extern const size_t csb_refused_use_count;

/// The last number that this list has looked at; later calls are said not to exist.
extern const uint32_t csb_last_known_call;

void csb_build_filter(struct filter *filter, struct filter_options options);

#endif
