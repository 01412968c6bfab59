// Limits that the system keeps for each process.
// With _GNU_SOURCE the numbers of limits have a type of their own in one C library alone.
#define _DEFAULT_SOURCE
#include <sys/resource.h>

#include "steps.h"

struct limit {
  const char *name;
  int resource;
  /// How much there may be, and from where on the process is stopped by force.
  rlim_t soft, hard;
};

/// Sets a limit unless it is zero; never above the one that holds already.
static bool set_limit(struct limit limit, struct csb_failure *failure) {
  if (limit.soft == 0) return true;
  struct rlimit now;
  if (getrlimit(limit.resource, &now) != 0) {
    return csb_fails(failure, CSB_SYSTEM_ERROR, "getrlimit", limit.name);
  }
  // Without powers a limit cannot be raised again.
  struct rlimit next = {
    .rlim_cur = limit.soft < now.rlim_max ? limit.soft : now.rlim_max,
    .rlim_max = limit.hard < now.rlim_max ? limit.hard : now.rlim_max,
  };
  if (setrlimit(limit.resource, &next) == 0) return true;
  return csb_fails(failure, CSB_SYSTEM_ERROR, "setrlimit", limit.name);
}

bool csb_set_limits(const struct csb_limits *limits, struct csb_failure *failure) {
  // The second of grace lets the signal tell that it was the processor time. A core of one byte is
  // none, and unlike zero it also holds where cores are piped to a program.
  const struct limit all[] = {
    {"RLIMIT_CORE", RLIMIT_CORE, 1, 1},
    {"RLIMIT_AS", RLIMIT_AS, limits->memory, limits->memory},
    {"RLIMIT_CPU", RLIMIT_CPU, limits->seconds, limits->seconds + 1},
    {"RLIMIT_NOFILE", RLIMIT_NOFILE, limits->open_files, limits->open_files},
    {"RLIMIT_FSIZE", RLIMIT_FSIZE, limits->file_bytes, limits->file_bytes},
    {"RLIMIT_NPROC", RLIMIT_NPROC, limits->processes, limits->processes},
  };
  for (size_t at = 0; at < sizeof all / sizeof *all; at++) {
    if (!set_limit(all[at], failure)) return false;
  }
  return true;
}
