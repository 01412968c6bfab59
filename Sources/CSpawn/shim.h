// Functions of the GNU C library that its headers show only where _GNU_SOURCE is set before the
// first of them is read, which is not so for Swift; and those that take any number of arguments,
// which Swift cannot call.
#ifndef HOLDFAST_CSPAWN_H
#define HOLDFAST_CSPAWN_H

#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <unistd.h>

int pipe2(int ends[2], int flags);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);

/// Has this process end with the one that started it; -1 where that has ended already.
static inline int holdfast_follow_parent(pid_t parent) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return -1;
  return getppid() == parent ? 0 : -1;
}

#endif
