// Gives the filter of system calls to the kernel, or to bubblewrap.
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "filter.h"
#include "steps.h"

/// Where bubblewrap finds the filter.
static const int handed_over = 3;

bool csb_seccomp_available(void) {
  uint32_t action = SECCOMP_RET_KILL_PROCESS;
  return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0U, &action) == 0;
}

bool csb_enter_filter(const struct csb_policy *policy, struct csb_failure *failure) {
  // Where Landlock holds signals, a program with children may send them some.
  bool sends_signals = policy->may_fork && csb_landlock_abi() >= 6;
  struct filter filter;
  csb_build_filter(
    &filter,
    (struct filter_options){
      .may_fork = policy->may_fork, .signals_to = sends_signals ? 0 : getpid()});
  struct sock_fprog program = {.len = filter.count, .filter = filter.code};
  if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0U, &program) == 0) return true;
  return csb_fails(failure, CSB_UNAVAILABLE, "seccomp", NULL);
}

/// Writes the filter to a file that has no name, at its beginning.
static bool write_filter(int file, const struct csb_policy *policy) {
  struct filter filter;
  // Bubblewrap has processes of its own to see and to signal, and no others.
  csb_build_filter(&filter, (struct filter_options){.may_fork = policy->may_fork});
  size_t size = filter.count * sizeof *filter.code;
  return pwrite(file, filter.code, size, 0) == (ssize_t)size && dup2(file, handed_over) >= 0;
}

bool csb_leave_filter(const struct csb_policy *policy, struct csb_failure *failure) {
  int file = (int)syscall(SYS_memfd_create, "filter", 0U);
  if (file < 0) return csb_fails(failure, CSB_SYSTEM_ERROR, "memfd_create", NULL);
  bool is_left = write_filter(file, policy)
    || csb_fails(failure, CSB_SYSTEM_ERROR, "the filter for bubblewrap", NULL);
  if (file != handed_over) close(file);
  return is_left;
}
