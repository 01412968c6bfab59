// Tries what is forbidden, so that walls that only seem to stand are found out.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "steps.h"

static bool can_list_root(void) {
  int folder = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) close(folder);
  return folder >= 0 || errno != EACCES;
}

static bool can_open_socket(void) {
  int end = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (end >= 0) close(end);
  return end >= 0 || errno != EPERM;
}

static bool can_signal_parent(void) {
  // In a sandbox of its own around this one, the parent may be out of sight.
  pid_t parent = getppid();
  return parent != 0 && (kill(parent, 0) == 0 || errno != EPERM);
}

static bool can_fork(void) {
  long child = syscall(SYS_clone, (unsigned long)SIGCHLD, 0UL, 0UL, 0UL, 0UL);
  if (child == 0) _exit(0);
  if (child > 0) waitpid((pid_t)child, NULL, 0);
  return child > 0 || errno != EPERM;
}

bool csb_check_walls(const struct csb_policy *policy, struct csb_failure *failure) {
  if (can_list_root()) {
    return csb_refuses(
      failure, CSB_NOT_HELD, "a folder that is not in the policy can be read", "/");
  }
  if (can_open_socket()) return csb_refuses(failure, CSB_NOT_HELD, "a socket can be opened", NULL);
  if (can_signal_parent()) {
    return csb_refuses(
      failure, CSB_NOT_HELD, "the process that started this one can be signalled", NULL);
  }
  if (!policy->may_fork && can_fork()) {
    return csb_refuses(failure, CSB_NOT_HELD, "a process can be started", NULL);
  }
  return true;
}
