// Confines this process step by step, and becomes the program.
#define _GNU_SOURCE
#include <errno.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "steps.h"

/// Of close_range: nothing is closed before the program runs, so that a failure can be told.
static const unsigned close_on_exec = 4;

bool csb_fails(
  struct csb_failure *failure, enum csb_kind kind, const char *step, const char *subject) {
  *failure = (struct csb_failure){kind, step, subject, errno};
  return false;
}

bool csb_refuses(
  struct csb_failure *failure, enum csb_kind kind, const char *step, const char *subject) {
  errno = 0;
  return csb_fails(failure, kind, step, subject);
}

bool csb_confine(const struct csb_policy *policy, struct csb_failure *failure) {
  // The powers go first, so that a path that the program could not reach is found out here.
  if (!csb_drop_powers(failure)) return false;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
    return csb_fails(failure, CSB_SYSTEM_ERROR, "prctl(PR_SET_NO_NEW_PRIVS)", NULL);
  }
  return csb_enter_landlock(policy, failure) && csb_set_limits(&policy->limits, failure)
    && csb_enter_filter(policy, failure) && csb_check_walls(policy, failure);
}

/// Whether bubblewrap is told to load the filter that is left for it.
static bool loads_filter(char *const *argv) {
  for (; argv[0] && strcmp(argv[0], "--") != 0; argv++) {
    if (argv[1] && strcmp(argv[0], "--seccomp") == 0 && strcmp(argv[1], "3") == 0) return true;
  }
  return false;
}

/// Bubblewrap needs its powers to build its walls, and gives them up by itself.
static bool prepare_bubblewrap(
  const struct csb_policy *policy, char *const *argv, struct csb_failure *failure) {
  if (!loads_filter(argv)) {
    return csb_refuses(failure, CSB_REFUSED, "bubblewrap is not told --seccomp 3", NULL);
  }
  return csb_leave_filter(policy, failure) && csb_set_limits(&policy->limits, failure);
}

/// Has all files but the three streams, and the filter for bubblewrap, closed when a program runs.
static bool close_files(unsigned first, struct csb_failure *failure) {
  if (syscall(SYS_close_range, first, ~0U, close_on_exec) == 0) return true;
  return csb_fails(failure, CSB_UNAVAILABLE, "close_range", NULL);
}

/// What is the same for both kinds of walls.
static bool prepare(const struct csb_policy *policy, struct csb_failure *failure) {
  return csb_check_streams(failure) && csb_reset_signals(failure)
    && csb_follow_parent(policy->parent, failure) && csb_enter_folder(policy, failure);
}

static bool build_walls(
  const struct csb_policy *policy, char *const *argv, struct csb_failure *failure) {
  switch (policy->walls) {
    case CSB_LANDLOCK: return csb_confine(policy, failure) && close_files(3, failure);
    case CSB_BUBBLEWRAP:
      return prepare_bubblewrap(policy, argv, failure) && close_files(4, failure);
  }
  return csb_refuses(failure, CSB_REFUSED, "there are no such walls", NULL);
}

struct csb_failure csb_exec(
  const struct csb_policy *policy, char *const *argv, char *const *envp) {
  struct csb_failure failure = {0};
  if (prepare(policy, &failure) && build_walls(policy, argv, &failure)) {
    execve(argv[0], argv, envp);
    csb_fails(&failure, CSB_NOT_STARTED, "execve", argv[0]);
  }
  return failure;
}
